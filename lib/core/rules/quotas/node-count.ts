import type { ResolvedBlueprint } from '../../blueprint/resolve';
import { membersOf } from '../../plan/members';

/** Shards and nodes of a cache at its largest. */
export interface Size {
  readonly shards: number;
  readonly nodes: number;
}

/** What the blueprint asks for now. */
export function currentSize(resolved: ResolvedBlueprint): Size {
  return { shards: resolved.kind === 'sharded' ? resolved.shards.length : 1, nodes: membersOf(resolved).length };
}

/** What autoscaling may make of it. */
export function largestSize(resolved: ResolvedBlueprint): Size {
  if (resolved.kind === 'replicated') return currentSize(resolved);
  const shards = Math.max(resolved.shards.length, resolved.shardScaling?.max ?? 0);
  const replicas = Math.max(resolved.replicasPerShard, resolved.replicaScaling?.max ?? 0);
  return { shards, nodes: shards * (1 + Math.max(0, replicas)) };
}
