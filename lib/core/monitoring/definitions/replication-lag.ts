import { PAGES } from '../../catalog';
import type { WorkloadPreset } from '../../blueprint';
import { defineAlarm, ticket } from '../definition';
import type { Subject } from '../subject';

/** Seconds behind the primary: what a failover would lose, so little where data has no other home. */
const SECONDS: { readonly [W in WorkloadPreset]: number } = {
  cache: 30,
  pubsub: 30,
  leaderboard: 10,
  session: 10,
  'rate-limiter': 10,
  queue: 5,
  'primary-store': 5,
};

/**
 * A replica is far behind: reads from it are stale, and a failover to it loses what is missing.
 *
 * On every member, because roles move; a primary publishes no lag, and silence does not ring.
 */
export const replicationLag = defineAlarm({
  key: 'replication-lag',
  title: 'Replication lag',
  question: 'safe',
  scope: 'member',
  urgency: ticket,
  applies: (subject) => subject.replicasPerShard > 0,
  appliesWhen: 'shards have replicas',
  metrics: () => [{ name: 'ReplicationLag', statistic: 'Average' }],
  comparison: 'GreaterThanThreshold',
  threshold: secondsOf,
  thresholdFormula: `above, in seconds by workload: ${Object.entries(SECONDS).map(([workload, seconds]) => `${workload} ${seconds}`).join(', ')}; \`thresholds.replicationLagSeconds\` replaces them`,
  unit: 'seconds',
  periodSeconds: 60,
  evaluationPeriods: 15,
  datapointsToAlarm: 15,
  missingData: 'notBreaching',
  missingDataReason: 'the primary publishes no lag, and any member can become primary',
  meaning: (subject) => `The replica is more than ${secondsOf(subject)} s behind its primary: reads from it are stale and a failover now would lose as much.`,
  firstAction: () => 'First look at the write load and ReplicationBytes, then for a full sync (SaveInProgress on the primary) and network allowances exceeded; slow bulk writes down.',
  source: PAGES.cloudWatch.recommendedAlarms,
});

function secondsOf(subject: Subject): number {
  return subject.thresholds.replicationLagSeconds ?? SECONDS[subject.workload];
}
