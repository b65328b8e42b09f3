import type { NodeId, PlanNode } from '../core/plan/nodes';
import { managedCacheOf } from '../core/plan/plan';
import type { RenderContext } from './context';
import type { RenderedByKind } from './rendered';
import type { ElasticacheReplicationGroup, SecurityGroup } from './vendor';

/** Typed read-back of what a cache is made of: the way out when the options do not say what is needed. */
export class CacheResources {
  constructor(private readonly context: RenderContext) {}

  /** The replication group; its attributes can be set, and `addOverride` reaches the rest. */
  get replicationGroup(): ElasticacheReplicationGroup {
    return this.context.get('managedCache', managedCacheOf(this.context.plan).id).replicationGroup;
  }

  get securityGroup(): SecurityGroup {
    return this.firewall.securityGroup;
  }

  /** What any node of the plan became, by its kind and id. */
  of<K extends PlanNode['kind']>(kind: K, id: NodeId): RenderedByKind[K] {
    return this.context.get(kind, id);
  }

  /** The firewall with its `allowFrom`. */
  get firewall(): RenderedByKind['firewall'] {
    return this.context.get('firewall', managedCacheOf(this.context.plan).firewall);
  }
}
