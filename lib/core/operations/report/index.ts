import { managedCacheOf, nodeById, nodesOfKind } from '../../plan/plan';
import type { Plan } from '../../plan/plan';
import type { AccessUser, ManagedCache } from '../../plan/nodes';
import { alarmsOf } from './alarms';
import { atRest } from './at-rest';
import { costDriversOf } from './costs';
import { memoryOf } from './memory';
import { parametersOf } from './parameters';
import { finalSnapshotInWords, recoveryOf } from './recovery';
import { rightsOf } from './rights';
import type { PlanReport, UserReport } from './shape';
import { topologyOf } from './topology';

export type * from './shape';
export { rightsOf } from './rights';
export { selfManagedReportOf } from './self-managed';
export type * from './self-managed/shape';

/** What a plan means for the people who run it and pay for it. Pure: the same plan always gives the same report. */
export function reportOf(plan: Plan): PlanReport {
  const cache = managedCacheOf(plan);
  const group = nodeById(plan, 'parameterGroup', cache.parameterGroup);
  const memory = memoryOf(cache, group);
  return {
    schemaVersion: 1,
    id: plan.id,
    name: plan.name,
    kind: plan.kind,
    environment: plan.environment,
    workload: plan.workload,
    ...(plan.region === undefined ? {} : { region: plan.region }),
    description: cache.description,
    engine: { name: cache.engine, version: cache.version },
    topology: topologyOf(cache, nodesOfKind(plan, 'cacheScaling')),
    memory,
    costDrivers: costDriversOf(plan, cache, memory),
    parameters: parametersOf(plan, cache, group),
    network: networkOf(plan, cache),
    access: accessOf(plan, cache),
    encryption: { inTransit: inTransit(cache.tls), atRest: atRest(nodeById(plan, 'encryptionKey', cache.key)) },
    logs: nodesOfKind(plan, 'logGroup').map(({ name, purpose, retentionDays }) => ({ name, purpose, retentionDays })),
    backup: backupOf(cache),
    maintenance: cache.maintenance,
    alarms: alarmsOf(plan),
    recovery: recoveryOf(plan, cache),
    assumptions: plan.assumptions,
    findings: plan.findings,
  };
}

function backupOf({ backup, disposable, finalSnapshotName }: ManagedCache): PlanReport['backup'] {
  if (finalSnapshotName === undefined) return { ...backup, onDeletion: 'data is deleted with the stack (disposable)', disposable };
  return { ...backup, finalSnapshot: finalSnapshotName, onDeletion: finalSnapshotInWords(finalSnapshotName), disposable };
}

function networkOf(plan: Plan, cache: ManagedCache): PlanReport['network'] {
  const firewall = nodeById(plan, 'firewall', cache.firewall);
  const { source } = nodeById(plan, 'network', firewall.network);
  return {
    vpc: source.from === 'existing' ? source.vpcId : `new, ${source.cidr}`,
    subnets: source.from === 'existing' ? source.subnetIds : source.subnets.map(({ cidr, zone }) => `${cidr} in ${zone}`),
    allowedFrom: [...firewall.allowFromSecurityGroups, ...firewall.allowFromCidrs],
  };
}

function accessOf(plan: Plan, cache: ManagedCache): PlanReport['access'] {
  if (cache.access.mode !== 'users') return { mode: cache.access.mode, users: [] };
  const { source } = nodeById(plan, 'accessGroup', cache.access.group);
  if (source.from === 'existing') return { mode: 'userGroup', users: [] };
  return { mode: 'users', users: source.users.map((id) => userOf(nodeById(plan, 'accessUser', id))) };
}

function userOf(user: AccessUser): UserReport {
  const { authentication, userName, userId, accessString } = user;
  return {
    name: userName,
    userId,
    authentication: authentication.method,
    rights: rightsOf(accessString),
    accessString,
    ...(authentication.method === 'password' ? { secretName: authentication.secretName } : {}),
  };
}

function inTransit(tls: ManagedCache['tls']): string {
  switch (tls) {
    case 'required':
      return 'TLS required, plaintext refused';
    case 'preferred':
      return 'TLS preferred, plaintext still accepted';
    case 'off':
      return 'off: plaintext';
  }
}
