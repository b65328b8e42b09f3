import type { ReplicatedBlueprint } from './replicated';
import type { ShardedBlueprint } from './sharded';

export * from './access';
export * from './common';
export * from './managed';
export * from './network';
export * from './operations';
export * from './replicated';
export * from './sharded';

/** What a user may ask for: one cache, its topology named by `kind`. */
export type Blueprint = ReplicatedBlueprint | ShardedBlueprint;

/** Topologies that run on node-based ElastiCache. */
export type ManagedBlueprint = ReplicatedBlueprint | ShardedBlueprint;
