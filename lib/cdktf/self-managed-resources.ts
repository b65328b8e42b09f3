import { redisNodeId, SELF_MANAGED_IDS } from '../core/plan/ids';
import type { NodeId, PlanNode } from '../core/plan/nodes';
import type { RenderContext } from './context';
import type { RenderedByKind, RenderedRedisNode } from './rendered';
import type { S3Bucket, SecurityGroup } from './vendor';

/** Typed read-back of what a self-managed deployment is made of: the way out when the options do not say what is needed. */
export class SelfManagedResources {
  constructor(private readonly context: RenderContext) {}

  /** One node by its name, such as `data-1`. */
  redisNode(name: string): RenderedRedisNode {
    return this.context.get('redisNode', redisNodeId(name));
  }

  get securityGroup(): SecurityGroup {
    return this.firewall.securityGroup;
  }

  get backupBucket(): S3Bucket {
    return this.context.get('backupBucket', SELF_MANAGED_IDS.backups).bucket;
  }

  /** The firewall with its `allowFrom`. */
  get firewall(): RenderedByKind['nodeFirewall'] {
    return this.context.get('nodeFirewall', SELF_MANAGED_IDS.firewall);
  }

  /** What any node of the plan became, by its kind and id. */
  of<K extends PlanNode['kind']>(kind: K, id: NodeId): RenderedByKind[K] {
    return this.context.get(kind, id);
  }
}
