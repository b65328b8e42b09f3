import { majorityOf } from '../../blueprint/resolve-self-managed';
import type { ResolvedNode, ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';
import { selfManagedPolicyName } from '../../blueprint/self-managed-policy';
import { instanceOf, maxClients, memoryBudget } from '../../config';
import type { OwnNodes, Subject, WatchedShard } from '../subject';
import { selfManagedReader } from './reader';

/** Name that stands for the Sentinels in the place of a shard's. */
const SENTINELS = 'sentinels';

/** The data nodes of a self-managed deployment. */
export function dataSubject(resolved: ResolvedSelfManagedBlueprint): Subject {
  const instance = instanceOf(resolved);
  const { maxmemoryBytes } = memoryBudget(resolved, instance);
  return {
    cacheId: resolved.cacheId,
    what: `self-managed ${resolved.kind} of ${resolved.engine} ${resolved.version}`,
    sharded: resolved.kind === 'cluster',
    workload: resolved.workload,
    pages: resolved.environment === 'production',
    node: { type: resolved.instanceType, vcpu: instance.vcpus, maxmemoryBytes, maxclients: maxClients(resolved), burstable: instance.burstable, dataTiering: false },
    evictionPolicy: selfManagedPolicyName(resolved),
    authentication: { required: true, accessStrings: true, iam: false },
    replicasPerShard: resolved.replicas,
    thresholds: resolved.monitoring.thresholds,
    shards: shardsOf(resolved.nodes.filter(({ duty }) => duty !== 'sentinel')),
    reader: selfManagedReader(resolved.cacheId),
    connect: CONNECT[resolved.kind],
    ownNodes: ownNodesOf(resolved),
  };
}

/** The Sentinels, wherever they run; none in a cluster. */
export function sentinelSubject(resolved: ResolvedSelfManagedBlueprint): Subject {
  return { ...dataSubject(resolved), shards: asOneShard(resolved.nodes.filter(({ duty }) => duty !== 'data')) };
}

/** Sentinels on machines of their own, which fill up and age like any other. */
export function sentinelMachineSubject(resolved: ResolvedSelfManagedBlueprint): Subject {
  return { ...dataSubject(resolved), shards: asOneShard(resolved.nodes.filter(({ duty }) => duty === 'sentinel')) };
}

const CONNECT: { readonly [K in ResolvedSelfManagedBlueprint['kind']]: string } = {
  sentinel: 'Clients ask the Sentinels for the primary by its name (both are outputs of the stack), with TLS to Sentinels and nodes.',
  cluster: 'Clients learn the shards from any of the seed nodes (an output of the stack), with a cluster client and TLS.',
};

function ownNodesOf(resolved: ResolvedSelfManagedBlueprint): OwnNodes {
  return {
    minReplicasToWrite: resolved.minReplicasToWrite,
    appendOnly: resolved.persistence.appendOnly,
    backupEveryMinutes: resolved.backup.everyMinutes,
    certificateValidityDays: resolved.certificates.validityDays,
    ...(resolved.kind === 'sentinel' ? { sentinels: { count: resolved.sentinels.count, majority: majorityOf(resolved.sentinels.count) } } : {}),
  };
}

function shardsOf(nodes: readonly ResolvedNode[]): readonly WatchedShard[] {
  const ids = [...new Set(nodes.map(({ shard }) => shard ?? ''))].sort();
  return ids.map((id) => watched(id, nodes.filter(({ shard }) => shard === id)));
}

function asOneShard(nodes: readonly ResolvedNode[]): readonly WatchedShard[] {
  return nodes.length === 0 ? [] : [watched(SENTINELS, nodes)];
}

function watched(id: string, nodes: readonly ResolvedNode[]): WatchedShard {
  return { id, optional: false, members: nodes.map(({ name, ordinal }) => ({ name, suffix: name, shardId: id, ordinal, optional: false })) };
}
