import { PAGES } from '../../catalog';
import { always, defineAlarm, pageInProduction } from '../definition';
import type { Operand } from '../definition';

/**
 * Exactly one member of each shard is primary.
 *
 * The one alarm that says whether writes have a place to go. It counts `IsMaster` over the shard, so that no failover and
 * no role has to be known beforehand: none (no writes) and two (split brain) are both one away from right. Each shard rings
 * for itself, because a second shard that loses its primary must not stay silent behind the first.
 */
export const primary = defineAlarm({
  key: 'primary',
  title: 'Primaries away from one, each shard',
  question: 'up',
  scope: 'shard',
  urgency: pageInProduction,
  tellsItself: true,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [{ name: 'IsMaster', statistic: 'Maximum' }],
  expression: (operands) => `ABS(1-(${countPrimaries(operands)}))`,
  comparison: 'GreaterThanThreshold',
  threshold: () => 0,
  thresholdFormula: 'primaries of the shard other than 1',
  unit: 'primaries away from 1',
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 4,
  missingData: 'breaching',
  missingDataReason: 'a shard none of whose members reports has no primary that anybody can see; shards that autoscaling may remove are not held to it',
  meaning: () => 'No member of the shard is primary, or more than one is: writes to its slots fail, or go to two places.',
  firstAction: () =>
    'First look at the events of the replication group for a failover or replacement under way; if none is, promote the replica with the least lag (TestFailover), and check that clients follow the endpoint.',
  source: PAGES.elasticache.metrics,
});

/**
 * Arithmetic counts a missing data point as 0 beside one that exists; `FILL` makes a shard that is silent altogether
 * count too, which only shards that must exist are held to. Four of five, because `FILL` also fills a late data point.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
function countPrimaries(operands: readonly Operand[]): string {
  const mandatory = operands.find(({ member }) => !member.optional);
  return operands.map(({ id }) => (id === mandatory?.id ? `FILL(${id},0)` : id)).join('+');
}
