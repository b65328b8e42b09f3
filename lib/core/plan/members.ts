import type { ResolvedManagedBlueprint } from '../blueprint/resolve';
import { shardIdOf } from '../blueprint/resolve';

/**
 * One cache node, named the way the service names it. With cluster mode disabled members are `<id>-001`,
 * `<id>-002`; with cluster mode enabled they carry the shard: `<id>-0001-001`. Alarms use the name as the
 * `CacheClusterId` dimension. Roles are not part of the name: a failover swaps them.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.Redis.html
 */
export interface Member {
  /** `CacheClusterId` of the node. */
  readonly clusterId: string;
  /** Node group id of the shard that the node belongs to. */
  readonly shardId: string;
  /** Position inside the shard, from 1. */
  readonly ordinal: number;
}

/** Every node that the blueprint asks for, in the order of shards and ordinals. */
export function membersOf(resolved: ResolvedManagedBlueprint): readonly Member[] {
  const ordinals = Array.from({ length: Math.max(0, resolved.replicasPerShard) + 1 }, (_, index) => index + 1);
  const suffix = (ordinal: number): string => String(ordinal).padStart(3, '0');
  switch (resolved.kind) {
    case 'replicated':
      return ordinals.map((ordinal) => ({ clusterId: `${resolved.cacheId}-${suffix(ordinal)}`, shardId: shardIdOf(1), ordinal }));
    case 'sharded':
      return resolved.shards.flatMap((shard) =>
        ordinals.map((ordinal) => ({ clusterId: `${resolved.cacheId}-${shard.id}-${suffix(ordinal)}`, shardId: shard.id, ordinal })),
      );
  }
}
