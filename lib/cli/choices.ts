import type { ManagedBlueprint, WorkloadPreset } from '../core/blueprint';

const kinds: { readonly [K in ManagedBlueprint['kind']]: true } = { replicated: true, sharded: true };
const workloads: { readonly [W in WorkloadPreset]: true } = {
  cache: true,
  session: true,
  queue: true,
  'primary-store': true,
  leaderboard: true,
  pubsub: true,
  'rate-limiter': true,
};

/** Topologies on ElastiCache, which `init` can start, in the order in which people meet them. */
export const KINDS = Object.keys(kinds) as readonly ManagedBlueprint['kind'][];

export const WORKLOADS = Object.keys(workloads) as readonly WorkloadPreset[];
