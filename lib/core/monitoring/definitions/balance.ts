import { PAGES } from '../../catalog';
import { defineAlarm, ticket } from '../definition';

/** Points of maxmemory between a shard and the mean. */
const POINTS = 25;

/**
 * One shard holds far more than the others: a hash tag or a huge key.
 *
 * Percent of maxmemory, so that small data sets do not ring. One member stands for its shard, since replicas hold what
 * their primary holds. CPU out of balance is on the dashboard only: roles move between members, and the CPU alarm already
 * names the busy one.
 */
export const balance = defineAlarm({
  key: 'balance',
  title: 'Fullest shard above the mean, in points of maxmemory',
  question: 'balanced',
  scope: 'shards',
  urgency: ticket,
  applies: (subject) => subject.shards.length > 1,
  appliesWhen: 'more than one shard',
  metrics: (subject) => [{ name: subject.node.dataTiering ? 'DatabaseCapacityUsageCountedForEvictPercentage' : 'DatabaseMemoryUsageCountedForEvictPercentage', statistic: 'Average' }],
  comparison: 'GreaterThanThreshold',
  threshold: () => POINTS,
  thresholdFormula: `fullest shard minus the mean above ${POINTS} points`,
  unit: 'points',
  periodSeconds: 300,
  evaluationPeriods: 12,
  datapointsToAlarm: 10,
  missingData: 'notBreaching',
  missingDataReason: 'shards that do not report cannot be compared; that they are gone is said by the alarms on being up',
  meaning: () => 'One shard holds far more than its share: it will be full while the others have room.',
  firstAction: () => 'First look for a hash tag that gathers keys, or one huge key (MEMORY USAGE, --bigkeys) on the fullest shard; spread it, or move slots (reshard).',
  source: PAGES.elasticache.metrics,
});
