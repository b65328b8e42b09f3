import type { RedisNode } from '../../../plan/nodes';
import { nodesOfKind } from '../../../plan/plan';
import type { Plan } from '../../../plan/plan';
import { counted } from '../../../rules/wording';
import { metricsOn } from '../../../monitoring/self-managed-metrics';
import { HOURS_A_MONTH, monitoringCosts } from '../costs';
import { groupBy } from '../group-by';
import type { CostDriver } from '../shape';

/** What the bill will be made of, in quantities. */
export function selfManagedCosts(plan: Plan): CostDriver[] {
  const nodes = nodesOfKind(plan, 'redisNode');
  return [...instanceHours(nodes), volumes(nodes), ...customMetrics(plan, nodes), ...monitoringCosts(plan), ...secretsAndKeys(plan)];
}

function instanceHours(nodes: readonly RedisNode[]): CostDriver[] {
  return [...groupBy(nodes, ({ instanceType }) => instanceType)].map(([instanceType, group]) => ({
    item: instanceType,
    quantity: group.length * HOURS_A_MONTH,
    unit: 'instance-hours a month',
    note: `${counted(group.length, 'node')} of ${HOURS_A_MONTH} hours`,
  }));
}

function volumes(nodes: readonly RedisNode[]): CostDriver {
  return { item: 'gp3 volumes', quantity: nodes.reduce((sum, { volume }) => sum + volume.sizeGiB, 0), unit: 'GiB', note: `${counted(nodes.length, 'data volume')}; root volumes beside them` };
}

function customMetrics({ kind }: Plan, nodes: readonly RedisNode[]): CostDriver[] {
  if (kind !== 'sentinel' && kind !== 'cluster') return [];
  const quantity = nodes.reduce((sum, { duty }) => sum + metricsOn(duty, kind).length, 0);
  return [{ item: 'custom metrics', quantity, unit: 'metrics', note: 'published by the nodes each minute; those that are silent for a month cost nothing' }];
}

function secretsAndKeys(plan: Plan): CostDriver[] {
  const secrets = nodesOfKind(plan, 'generatedSecret').length + nodesOfKind(plan, 'certificateAuthority').filter(({ source }) => source.from === 'generated').length;
  const keys = nodesOfKind(plan, 'encryptionKey').filter(({ source }) => source.from === 'new').length;
  return [
    { item: 'secrets', quantity: secrets, unit: 'secrets', note: 'one for each user, of the application and of the deployment, and the authority\'s' },
    ...(keys > 0 ? [{ item: 'KMS key', quantity: keys, unit: 'key', note: 'rotated yearly; older versions are kept' }] : []),
  ];
}
