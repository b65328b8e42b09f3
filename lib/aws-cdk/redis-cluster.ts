import type { Construct } from 'constructs';
import type { ClusterBlueprint } from '../core/blueprint';
import { SelfManagedDeployment } from './self-managed';
import { translateSelfManagedProps } from './self-managed-props';
import type { SelfManagedConstructProps } from './self-managed-props';

/** Props of a cluster: the keys of a `cluster` blueprint, and CDK objects for what exists already. */
export interface RedisClusterProps extends Omit<ClusterBlueprint, 'kind' | 'network'>, SelfManagedConstructProps {}

/** Redis Cluster on EC2: shards with replicas that take over, nodes that heal themselves and keep address, name and data. */
export class RedisCluster extends SelfManagedDeployment {
  constructor(scope: Construct, id: string, props: RedisClusterProps) {
    const { blueprint, findings } = translateSelfManagedProps<Omit<ClusterBlueprint, 'kind' | 'network'>>(scope, props);
    super(scope, id, { ...blueprint, kind: 'cluster' }, findings);
  }

  /** Nodes that cluster clients learn the shards from, `host:port` each. */
  get seedNodes(): readonly string[] {
    return this.told('output-seed-nodes').split(',');
  }
}
