import type { ResolvedManagedBlueprint } from '../blueprint/resolve';
import { shardIdOf } from '../blueprint/resolve';
import { LIMITS, findNodeType } from '../catalog';
import type { Member } from '../plan/members';
import { membersOf } from '../plan/members';
import { evictionPolicyOf } from './eviction-policy';
import type { Subject, WatchedMember, WatchedNode, WatchedShard } from './subject';

/** The subject of a node-based ElastiCache cache: every member that exists or that autoscaling may make. */
export function managedSubject(resolved: ResolvedManagedBlueprint, members: readonly Member[]): Subject {
  return {
    cacheId: resolved.cacheId,
    what: `${resolved.kind} ${resolved.engine} ${resolved.version}`,
    sharded: resolved.kind === 'sharded',
    workload: resolved.workload,
    pages: resolved.environment === 'production',
    node: watchedNode(resolved.nodeType),
    evictionPolicy: evictionPolicyOf(resolved),
    authentication: authenticationOf(resolved),
    replicasPerShard: resolved.kind === 'sharded' ? Math.max(resolved.replicasPerShard, resolved.replicaScaling?.max ?? 0) : resolved.replicasPerShard,
    thresholds: resolved.monitoring.thresholds,
    shards: watchedShards(resolved, members),
  };
}

/** Figures of a node type that the catalog does not know: a rule refuses it, and monitoring stays total. */
const UNKNOWN_NODE = { vcpu: 2, maxmemoryBytes: 0, maxclients: 65_000, burstable: false, dataTiering: false } as const;

function watchedNode(type: string): WatchedNode {
  const { vcpu, maxmemoryBytes, maxclients, burstable, dataTiering } = findNodeType(type) ?? UNKNOWN_NODE;
  return { type, vcpu, maxmemoryBytes, maxclients, burstable, dataTiering };
}

function authenticationOf({ access }: ResolvedManagedBlueprint): Subject['authentication'] {
  switch (access.mode) {
    case 'users':
      return { required: true, accessStrings: true, iam: access.users.some((user) => user.authentication === 'iam') };
    case 'userGroup':
      return { required: true, accessStrings: true, iam: true };
    case 'authToken':
      return { required: true, accessStrings: false, iam: false };
    case 'open':
      return { required: false, accessStrings: false, iam: false };
  }
}

function watchedShards(resolved: ResolvedManagedBlueprint, members: readonly Member[]): readonly WatchedShard[] {
  const present = new Set(members.map((member) => member.clusterId));
  const byShard = new Map<string, WatchedMember[]>();
  for (const { clusterId, shardId, ordinal } of [...members, ...scaledMembers(resolved, present)]) {
    const watched = { name: clusterId, suffix: clusterId.slice(resolved.cacheId.length + 1), shardId, ordinal, optional: !present.has(clusterId) };
    byShard.set(shardId, [...(byShard.get(shardId) ?? []), watched]);
  }
  return [...byShard]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, unordered]) => {
      const ordered = [...unordered].sort((one, other) => one.ordinal - other.ordinal);
      return { id, members: ordered, optional: ordered.every((member) => member.optional) };
    });
}

/**
 * Members that autoscaling may add, named the way the service counts on: it gives the next shard the next number.
 * A shard that scaling removes and makes again may get another number; the dashboard's searches still find it.
 */
function scaledMembers(resolved: ResolvedManagedBlueprint, present: ReadonlySet<string>): readonly Member[] {
  if (resolved.kind !== 'sharded' || (resolved.shardScaling === undefined && resolved.replicaScaling === undefined)) return [];
  const shardCount = Math.min(Math.max(resolved.shards.length, resolved.shardScaling?.max ?? 0), LIMITS.elasticache.shardsMax.value);
  const known = resolved.shards.map((shard) => shard.id);
  const further = Array.from({ length: shardCount }, (_, index) => shardIdOf(index + 1)).filter((id) => resolved.shardScaling !== undefined && !known.includes(id));
  const largest = {
    ...resolved,
    shards: [...known, ...further.slice(0, shardCount - known.length)].map((id) => ({ id })),
    replicasPerShard: Math.min(Math.max(resolved.replicasPerShard, resolved.replicaScaling?.max ?? 0), LIMITS.elasticache.replicasPerShard.value),
  };
  return membersOf(largest).filter((member) => !present.has(member.clusterId));
}
