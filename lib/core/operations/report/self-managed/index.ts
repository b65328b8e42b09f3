import type { ResolvedSelfManagedBlueprint } from '../../../blueprint/resolve-self-managed';
import { selfManagedPolicyName } from '../../../blueprint/self-managed-policy';
import { renderParameterValue } from '../../../catalog';
import { applicationRules, instanceOf, memoryBudget } from '../../../config';
import { serviceUsersOf } from '../../../config';
import { NODE_IDS, redisNodeId, secretId } from '../../../plan/ids';
import { nodeById, nodesOfKind } from '../../../plan/plan';
import type { Plan } from '../../../plan/plan';
import { alarmsOf } from '../alarms';
import { atRest } from '../at-rest';
import { rightsOf } from '../rights';
import { selfManagedCosts } from './costs';
import { selfManagedRecovery } from './recovery';
import type { NodeReport, SelfManagedReport, SelfManagedUserReport } from './shape';

/** What a self-managed plan means for the people who run it and pay for it. `resolved` is what the plan was made from. */
export function selfManagedReportOf(plan: Plan, resolved: ResolvedSelfManagedBlueprint): SelfManagedReport {
  const { name, kind, environment, workload, region, description, image } = resolved;
  return {
    schemaVersion: 1,
    id: plan.id,
    name,
    kind,
    environment,
    workload,
    ...(region === undefined ? {} : { region }),
    description,
    engine: { name: resolved.engine, version: resolved.version, image },
    topology: topologyOf(plan, resolved),
    memory: memoryOf(resolved),
    costDrivers: selfManagedCosts(plan),
    directives: Object.entries(resolved.directives).sort(([a], [b]) => (a < b ? -1 : 1)).map(([directive, value]) => ({ name: directive, value: renderParameterValue(value), reason: 'stated in the blueprint' })),
    network: networkOf(resolved),
    users: resolved.users.map((user) => userOf(plan, resolved, user)),
    serviceUsers: serviceUsersOf(resolved).map(({ name: service, purpose }) => ({ name: service, purpose })),
    encryption: { inTransit: inTransit(resolved), atRest: atRest(nodeById(plan, 'encryptionKey', NODE_IDS.key)) },
    logs: nodesOfKind(plan, 'logGroup').map(({ name: group, purpose, retentionDays }) => ({ name: group, purpose, retentionDays })),
    backup: { ...resolved.backup, disposable: resolved.disposable },
    persistence: resolved.persistence,
    alarms: alarmsOf(plan),
    recovery: selfManagedRecovery(resolved),
    assumptions: plan.assumptions,
    findings: plan.findings,
  };
}

function topologyOf(plan: Plan, resolved: ResolvedSelfManagedBlueprint): SelfManagedReport['topology'] {
  const { replicas, port, minReplicasToWrite, minReplicasMaxLagSeconds } = resolved;
  return {
    shards: shardsOf(resolved),
    replicasPerShard: replicas,
    port,
    minReplicasToWrite,
    minReplicasMaxLagSeconds,
    ...(resolved.kind === 'sentinel' ? { sentinels: { ...sentinelsOf(resolved.sentinels), primaryName: resolved.primaryName } } : { nodeTimeoutMs: resolved.nodeTimeoutMs }),
    nodes: resolved.nodes.map(({ name }) => nodeOf(plan, name)),
  };
}

function sentinelsOf({ count, quorum, downAfterMs, port }: { readonly count: number; readonly quorum: number; readonly downAfterMs: number; readonly port: number }) {
  return { count, quorum, downAfterMs, port };
}

function nodeOf(plan: Plan, name: string): NodeReport {
  const { duty, zone, host, instanceType, volume } = nodeById(plan, 'redisNode', redisNodeId(name));
  return { name, duty, zone, host, instanceType, volumeGiB: volume.sizeGiB };
}

function shardsOf(resolved: ResolvedSelfManagedBlueprint): readonly string[] {
  return [...new Set(resolved.nodes.flatMap(({ shard }) => (shard === undefined ? [] : [shard])))];
}

function memoryOf(resolved: ResolvedSelfManagedBlueprint): SelfManagedReport['memory'] {
  const { maxmemoryBytes, reasons } = memoryBudget(resolved, instanceOf(resolved));
  return { perNodeBytes: maxmemoryBytes, usableBytes: maxmemoryBytes * shardsOf(resolved).length, evictionPolicy: selfManagedPolicyName(resolved), reasons };
}

function networkOf({ network, cacheId }: ResolvedSelfManagedBlueprint): SelfManagedReport['network'] {
  return {
    vpc: network.vpcId,
    subnets: network.subnets.map(({ subnetId, availabilityZone }) => `${subnetId} in ${availabilityZone}`),
    domain: `${cacheId}.${network.domain}`,
    allowedFrom: [...(network.allowFromSecurityGroups ?? []), ...(network.allowFromCidrs ?? [])],
  };
}

function userOf(plan: Plan, resolved: ResolvedSelfManagedBlueprint, user: ResolvedSelfManagedBlueprint['users'][number]): SelfManagedUserReport {
  const rules = ['on', ...applicationRules(user, resolved)].join(' ');
  return { name: user.name, rights: rightsOf(rules), rules, secretName: nodeById(plan, 'generatedSecret', secretId(user.name)).secretName };
}

function inTransit({ certificates }: ResolvedSelfManagedBlueprint): string {
  const authority = certificates.authoritySecretArn === undefined ? 'an authority of its own, generated once' : `the authority in ${certificates.authoritySecretArn}`;
  return `TLS between all parties, plaintext never offered; certificates of ${certificates.validityDays} days by ${authority}`;
}
