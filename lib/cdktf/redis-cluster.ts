import type { Construct } from 'constructs';
import type { ClusterBlueprint } from '../core/blueprint';
import { SelfManagedBase } from './self-managed';

/** The options of a self-managed cluster; network ids may be tokens. */
export type RedisClusterProps = Omit<ClusterBlueprint, 'kind'>;

/** Redis Cluster on EC2: shards of a primary and replicas across zones, on nodes that heal themselves and keep address, name and data. */
export class RedisCluster extends SelfManagedBase {
  constructor(scope: Construct, id: string, props: RedisClusterProps) {
    super(scope, id, { ...props, kind: 'cluster' });
  }

  /** Nodes that clients learn the shards from, `host:port` each. */
  get seedNodes(): readonly string[] {
    return this.told('output-seed-nodes').split(',');
  }
}
