import type { ResolvedManagedBlueprint, ResolvedScaling } from '../../blueprint/resolve';

/** One autoscaled dimension of a sharded cache. */
export interface StatedScaling {
  readonly key: 'shardScaling' | 'replicaScaling';
  readonly scaling: ResolvedScaling;
}

/** The dimensions that the blueprint lets scale. */
export function statedScaling(resolved: ResolvedManagedBlueprint): readonly StatedScaling[] {
  if (resolved.kind !== 'sharded') return [];
  return (['shardScaling', 'replicaScaling'] as const).flatMap((key) => {
    const scaling = resolved[key];
    return scaling === undefined ? [] : [{ key, scaling }];
  });
}
