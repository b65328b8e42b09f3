import { always, defineAlarm, pageInProduction, ticket } from '../definition';
import { SELF_MANAGED_METRICS } from '../self-managed-metrics';
import { measured } from './reader';

/** Another failure would not be answered. */
export const quorumLost = defineAlarm({
  key: 'quorum-lost',
  title: 'Quorum, as each Sentinel sees it',
  question: 'up',
  scope: 'member',
  urgency: pageInProduction,
  applies: always,
  appliesWhen: 'sentinel',
  metrics: () => [measured('sentinelQuorumOk', 'Minimum')],
  comparison: 'LessThanThreshold',
  threshold: () => 1,
  thresholdFormula: 'CKQUORUM is not OK',
  unit: '0 or 1',
  periodSeconds: 60,
  evaluationPeriods: 3,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  missingDataReason: 'a Sentinel that is gone is said by the alarm on Sentinels that answer',
  fillInBatch: 1,
  meaning: () => 'This Sentinel does not reach enough others to agree on a failure or to elect a leader: no failover can happen.',
  firstAction: () => 'First see SENTINEL CKQUORUM on each Sentinel: on all of them means that Sentinels are down, on one that it is cut off.',
  source: SELF_MANAGED_METRICS.sentinelQuorumOk.source,
});

/** One more Sentinel lost, and there is no majority left. */
export const quorumAtRisk = defineAlarm({
  key: 'quorum-at-risk',
  title: 'Sentinels that answer',
  question: 'up',
  scope: 'shard',
  urgency: ticket,
  applies: ({ ownNodes }) => ownNodes?.sentinels !== undefined,
  appliesWhen: 'sentinel',
  metrics: () => [measured('sentinelUp', 'Maximum')],
  expression: (operands) => operands.map(({ id }) => `FILL(${id},0)`).join('+'),
  comparison: 'LessThanOrEqualToThreshold',
  threshold: ({ ownNodes }) => ownNodes?.sentinels?.majority ?? 0,
  thresholdFormula: 'no more Sentinels than the majority answer',
  unit: 'Sentinels',
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 5,
  missingData: 'breaching',
  missingDataReason: 'when none reports, none is known to work',
  fillInBatch: 0,
  meaning: () => 'So few Sentinels answer that losing one more ends all failovers.',
  firstAction: () => 'First look at the activity of the missing one\'s Auto Scaling group and at the node log of its last start.',
  source: SELF_MANAGED_METRICS.sentinelUp.source,
});

/** Sentinels that no longer exist are still counted. */
export const sentinelsKnown = defineAlarm({
  key: 'sentinels-known',
  title: 'Sentinels known, away from their number',
  question: 'safe',
  scope: 'member',
  urgency: ticket,
  applies: ({ ownNodes }) => ownNodes?.sentinels !== undefined,
  appliesWhen: 'sentinel',
  metrics: () => [measured('sentinelsKnown', 'Average')],
  expression: ([known], { ownNodes }) => `ABS(${known?.id}-${ownNodes?.sentinels?.count ?? 0})`,
  comparison: 'GreaterThanThreshold',
  threshold: () => 0,
  thresholdFormula: 'other than the number of Sentinels',
  unit: 'Sentinels too many or too few',
  periodSeconds: 300,
  evaluationPeriods: 3,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  missingDataReason: 'a Sentinel that is gone is said by the alarm on Sentinels that answer',
  meaning: () => 'A Sentinel knows more or fewer Sentinels than there are: the majority is counted over those that it knows, so one that no longer exists can prevent failovers.',
  firstAction: () => 'First see SENTINEL SENTINELS for the one that is too many; SENTINEL RESET on one Sentinel after the other, 30 s apart, forgets it.',
  source: SELF_MANAGED_METRICS.sentinelsKnown.source,
});
