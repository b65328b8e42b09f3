import type { ClusterBlueprint } from './cluster';
import type { ReplicatedBlueprint } from './replicated';
import type { SentinelBlueprint } from './sentinel';
import type { ShardedBlueprint } from './sharded';

export * from './access';
export * from './cluster';
export * from './common';
export * from './managed';
export * from './network';
export * from './operations';
export * from './replicated';
export * from './self-managed';
export * from './sentinel';
export * from './sharded';

/** What a user may ask for: one cache, its topology named by `kind`. */
export type Blueprint = ManagedBlueprint | SelfManagedBlueprint;

/** Topologies that run on node-based ElastiCache. */
export type ManagedBlueprint = ReplicatedBlueprint | ShardedBlueprint;

/** Topologies that run on EC2 instances of one's own. */
export type SelfManagedBlueprint = SentinelBlueprint | ClusterBlueprint;
