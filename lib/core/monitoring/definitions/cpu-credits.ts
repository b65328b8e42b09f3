import { PAGES } from '../../catalog';
import { defineAlarm, ticket } from '../definition';

/** Minutes at full speed on all cores that must remain. */
const MINUTES_OF_FULL_SPEED = 5;

/**
 * A burstable node is about to be throttled to its baseline.
 *
 * At zero credits the node drops to a fraction of a core and looks like an outage without a cause.
 */
export const cpuCredits = defineAlarm({
  key: 'cpu-credits',
  title: 'CPU credits',
  question: 'fast',
  scope: 'member',
  urgency: ticket,
  applies: (subject) => subject.node.burstable && !subject.node.type.startsWith('cache.t2.'),
  appliesWhen: 'burstable node types except t2, which do not report credits',
  metrics: () => [{ name: 'CPUCreditBalance', statistic: 'Average' }],
  comparison: 'LessThanThreshold',
  threshold: (subject) => MINUTES_OF_FULL_SPEED * subject.node.vcpu,
  thresholdFormula: `below ${MINUTES_OF_FULL_SPEED} minutes x vCPU (a credit is one vCPU for one minute)`,
  unit: 'vCPU-minutes',
  periodSeconds: 300,
  evaluationPeriods: 12,
  datapointsToAlarm: 10,
  missingData: 'notBreaching',
  missingDataReason: 'credits come every five minutes and late; a gap says nothing about the balance',
  fillInBatch: 1_000_000,
  meaning: () => 'The credits of the burstable node are nearly spent; at zero it is throttled to its baseline. For the first hours a new node has few.',
  firstAction: () => 'First check whether the load is new; if it is here to stay, move to an m or r node type, which has no credits.',
  source: PAGES.elasticache.hostMetrics,
});
