import type { ManagedCacheOptions } from './managed';
import type { NetworkSpec } from './network';

/** Options of a replicated cache: one shard, a primary and its replicas. */
export interface ReplicatedOptions extends ManagedCacheOptions {
  /**
   * Replicas beside the primary, 1 to 5; 0 is accepted outside production.
   * @default 1
   */
  readonly replicas?: number;
}

/** One shard on ElastiCache: a primary and 1 to 5 replicas across zones, cluster mode disabled. */
export interface ReplicatedBlueprint extends ReplicatedOptions {
  readonly kind: 'replicated';
  /** Where the cache lives and who may reach it. */
  readonly network: NetworkSpec;
}
