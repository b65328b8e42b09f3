import type { SelfManagedOptions } from './self-managed';

/** Redis Cluster on EC2: 3 or more shards, each a primary with replicas. */
export interface ClusterBlueprint extends SelfManagedOptions {
  readonly kind: 'cluster';
  /** Names of the shards, at least 3; a name's nodes keep their addresses and volumes for ever. */
  readonly shards: readonly string[];
  /** Milliseconds of silence after which a node is believed to have failed. @default 5000 */
  readonly nodeTimeoutMs?: number;
  /** Whether the whole cluster stops when a slot has no primary. @default false */
  readonly requireFullCoverage?: boolean;
}
