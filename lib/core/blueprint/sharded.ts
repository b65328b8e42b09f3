import type { ManagedCacheOptions } from './managed';
import type { NetworkSpec } from './network';

/** One shard with a name of its own, so that removing another shard leaves it alone. */
export interface ShardSpec {
  /** Node group id: four digits, such as `0001`. Never reuse the id of a removed shard for another purpose. */
  readonly id: string;
  /**
   * Hash slots, such as `0-5460` or `0-100,200-300`; only read when the cache is created. All shards state them or none does.
   * @default - slots are spread evenly
   */
  readonly slots?: string;
  /**
   * Zone of the primary when the cache is created.
   * @default - chosen by the service
   */
  readonly primaryZone?: string;
  /**
   * Zones of the replicas when the cache is created, one for each.
   * @default - chosen by the service
   */
  readonly replicaZones?: readonly string[];
}

/** Target tracking of one dimension of a sharded cache. */
export interface ScalingSpec {
  /** Fewest shards, or replicas a shard, that scaling keeps. */
  readonly min: number;
  /** Most shards, or replicas a shard, that scaling makes. */
  readonly max: number;
  /**
   * What is tracked: the engine thread's CPU (of primaries for shards, of replicas for replicas) or memory counted for eviction (shards only).
   * @default engine-cpu
   */
  readonly metric?: 'engine-cpu' | 'memory';
  /**
   * Percent that scaling aims at, 35 to 70.
   * @default 60
   */
  readonly targetPercent?: number;
  /**
   * Seconds between two scale-outs.
   * @default 600
   */
  readonly scaleOutCooldownSeconds?: number;
  /**
   * Seconds between two scale-ins.
   * @default 900
   */
  readonly scaleInCooldownSeconds?: number;
}

/** Options of a sharded cache. Exactly one of `shardCount` and `shards`. */
export interface ShardedOptions extends ManagedCacheOptions {
  /**
   * Number of shards, 1 to 500, named `0001`, `0002` and so on.
   * @default - the length of `shards`
   */
  readonly shardCount?: number;

  /**
   * Shards by name.
   * @default - made from `shardCount`
   */
  readonly shards?: readonly ShardSpec[];

  /**
   * Replicas of each shard, 0 to 5.
   * @default 1
   */
  readonly replicasPerShard?: number;

  /**
   * Autoscaling of shards. Excludes `shards`, since scaling names shards by itself.
   * @default - the number of shards is fixed
   */
  readonly shardScaling?: ScalingSpec;

  /**
   * Autoscaling of replicas.
   * @default - the number of replicas is fixed
   */
  readonly replicaScaling?: ScalingSpec;
}

/** 1 to 500 shards on ElastiCache, cluster mode enabled, resharded online. */
export interface ShardedBlueprint extends ShardedOptions {
  readonly kind: 'sharded';
  /** Where the cache lives and who may reach it. */
  readonly network: NetworkSpec;
}
