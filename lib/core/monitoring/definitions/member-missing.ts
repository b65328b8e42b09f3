import { PAGES } from '../../catalog';
import { defineAlarm, ticket } from '../definition';

/**
 * A member has sent nothing for a quarter of an hour.
 *
 * The service replaces a failed node by itself within minutes; until then the shard runs without its spare. A ticket,
 * because the primary alarm pages when it is the primary that is gone and nothing took over.
 */
export const memberMissing = defineAlarm({
  key: 'member-missing',
  title: 'Members that report',
  question: 'up',
  scope: 'member',
  urgency: ticket,
  applies: (subject) => subject.replicasPerShard > 0,
  appliesWhen: 'shards have replicas; without them the primary alarm says the same',
  metrics: () => [{ name: 'IsMaster', statistic: 'Maximum' }],
  comparison: 'LessThanThreshold',
  threshold: () => 0,
  thresholdFormula: 'no data point; the threshold of 0 is below any that exists',
  unit: '0 or 1',
  periodSeconds: 60,
  evaluationPeriods: 15,
  datapointsToAlarm: 15,
  missingData: 'breaching',
  missingDataReason: 'silence is what it listens for: every node that runs reports its role each minute',
  fillInBatch: -1,
  skipsOptional: true,
  meaning: () => 'The node has reported nothing for 15 minutes: it failed and was not replaced, or it was removed outside this stack.',
  firstAction: () => 'First compare the members of the replication group with the blueprint, and read its events for a replacement that fails (capacity, subnet addresses).',
  source: PAGES.elasticache.metrics,
});
