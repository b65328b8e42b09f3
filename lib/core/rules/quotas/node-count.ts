import type { ResolvedManagedBlueprint } from '../../blueprint/resolve';

/** Shards and nodes of a cache at its largest. */
export interface Size {
  readonly shards: number;
  readonly nodes: number;
}

/** What the blueprint asks for now. Counted, not listed: a mistyped count must be a finding, not an exhausted memory. */
export function currentSize(resolved: ResolvedManagedBlueprint): Size {
  return sizeOf(resolved.kind === 'sharded' ? resolved.shards.length : 1, resolved.replicasPerShard);
}

/** What autoscaling may make of it. */
export function largestSize(resolved: ResolvedManagedBlueprint): Size {
  if (resolved.kind === 'replicated') return currentSize(resolved);
  const shards = Math.max(resolved.shards.length, resolved.shardScaling?.max ?? 0);
  return sizeOf(shards, Math.max(resolved.replicasPerShard, resolved.replicaScaling?.max ?? 0));
}

function sizeOf(shards: number, replicasPerShard: number): Size {
  return { shards, nodes: shards * (1 + Math.max(0, replicasPerShard)) };
}
