import { counted } from '../../rules/wording';
import { nodesOfKind } from '../../plan/plan';
import type { Plan } from '../../plan/plan';
import type { Alarm, ManagedCache } from '../../plan/nodes';
import type { CostDriver, MemoryReport } from './shape';
import { mostNodesOf } from './topology';

/** Hours that AWS counts as a month in its estimates: 365 days of 24 hours over 12 months. */
export const HOURS_A_MONTH = 730;
const GIB = 1024 ** 3;

/** What the bill will be made of, in quantities. Traffic and log volume depend on use and are named without a figure of their own. */
export function costDriversOf(plan: Plan, cache: ManagedCache, memory: MemoryReport): CostDriver[] {
  return [nodeHours(plan, cache), ...snapshotStorage(cache, memory), ...monitoringCosts(plan), ...secretsAndKeys(plan)];
}

function nodeHours(plan: Plan, cache: ManagedCache): CostDriver {
  const nodes = cache.members.length;
  const most = mostNodesOf(cache, nodesOfKind(plan, 'cacheScaling'));
  return {
    item: `${cache.nodeType}, ${cache.engine}`,
    quantity: nodes * HOURS_A_MONTH,
    ...(most > nodes ? { most: most * HOURS_A_MONTH } : {}),
    unit: 'node-hours a month',
    note: `${counted(nodes, 'node')} of ${HOURS_A_MONTH} hours${most > nodes ? `, up to ${most} by autoscaling` : ''}`,
  };
}

function snapshotStorage(cache: ManagedCache, { usableBytes }: MemoryReport): CostDriver[] {
  const { retentionDays } = cache.backup;
  if (retentionDays === 0 || usableBytes === undefined) return [];
  return [
    {
      item: 'snapshots',
      quantity: Math.ceil((usableBytes / GIB) * retentionDays),
      unit: 'GiB at most',
      note: `${counted(retentionDays, 'daily snapshot')} of a full cache; real ones hold what is stored`,
    },
  ];
}

export function monitoringCosts(plan: Plan): CostDriver[] {
  const alarms = nodesOfKind(plan, 'alarm');
  const composites = nodesOfKind(plan, 'compositeAlarm').length;
  const dashboards = nodesOfKind(plan, 'dashboard').length;
  const logs = nodesOfKind(plan, 'logGroup');
  return [
    ...(alarms.length > 0
      ? [{ item: 'alarms', quantity: alarms.reduce((sum, alarm) => sum + metricsOf(alarm), 0), unit: 'alarm metrics', note: `${counted(alarms.length, 'alarm')}; each metric of an expression counts` }]
      : []),
    ...(composites > 0 ? [{ item: 'composite alarms', quantity: composites, unit: plural(composites, 'alarm'), note: 'one for each question and urgency, and one over all' }] : []),
    ...(dashboards > 0 ? [{ item: 'dashboard', quantity: dashboards, unit: plural(dashboards, 'dashboard'), note: 'metrics of the service itself cost nothing' }] : []),
    ...(logs.length > 0 ? [{ item: 'logs', quantity: logs.length, unit: plural(logs.length, 'log group'), note: `${[...new Set(logs.map(({ purpose }) => purpose))].join(', ')}; by volume` }] : []),
  ];
}

function metricsOf({ signal }: Alarm): number {
  return signal.type === 'metric' ? 1 : signal.metrics.length;
}

function secretsAndKeys(plan: Plan): CostDriver[] {
  const secrets = nodesOfKind(plan, 'accessUser').filter(({ authentication }) => authentication.method === 'password').length;
  const keys = nodesOfKind(plan, 'encryptionKey').filter(({ source }) => source.from === 'new').length;
  return [
    ...(secrets > 0 ? [{ item: 'secrets', quantity: secrets, unit: plural(secrets, 'secret'), note: 'one for each user with a password' }] : []),
    ...(keys > 0 ? [{ item: 'KMS key', quantity: keys, unit: plural(keys, 'key'), note: 'rotated yearly; older versions are kept' }] : []),
  ];
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
