import { replicationLag as managedLag } from '../definitions/replication-lag';
import { always, defineAlarm, pageInProduction, ticket } from '../definition';
import { SELF_MANAGED_METRICS } from '../self-managed-metrics';
import { measured } from './reader';

const FLAG = '0 or 1';
const gone = 'a node that is gone is said by the alarm on nodes that answer';

/** Two backups late, and an hour for the upload and for a node that was replaced meanwhile. */
const INTERVALS = 2;
const GRACE_MINUTES = 60;

/** More than any age that an alarm compares with. */
const NEVER = 100_000;

/** Renewal comes when a third of the validity is left; at a quarter it has failed for days. */
const QUARTER = 4;

/** Replicas are far behind. */
export const replicationLag = defineAlarm({
  ...managedLag,
  metrics: () => [measured('replicationLag', 'Average')],
  missingDataReason: 'only a primary publishes it, and any node can become primary',
  meaning: (subject) => `A replica of this primary has been silent for more than ${managedLag.threshold(subject)} s on average: reads from it are stale and a failover to it would lose as much.`,
  firstAction: () => 'First look at ReplicationLagBytes and the write load, then at the replica\'s log for a full copy that starts over; slow bulk writes down.',
  source: SELF_MANAGED_METRICS.replicationLag.source,
});

/** A replica does not reach its primary. */
export const replicaLink = defineAlarm({
  key: 'replica-link',
  title: 'Link of the replica to its primary',
  question: 'safe',
  scope: 'member',
  urgency: ticket,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [measured('replicaLinkUp', 'Maximum')],
  comparison: 'LessThanThreshold',
  threshold: () => 1,
  thresholdFormula: 'the link is down',
  unit: FLAG,
  periodSeconds: 60,
  evaluationPeriods: 10,
  datapointsToAlarm: 8,
  missingData: 'notBreaching',
  missingDataReason: 'a primary has no link to report, and any node can become primary',
  fillInBatch: 1,
  meaning: () => 'The replica is not connected to its primary: it serves old data and protects nothing.',
  firstAction: () => 'First read its node log: wrong password or certificate, a full copy that starts over (client-output-buffer-limit), or a network that is cut.',
  source: SELF_MANAGED_METRICS.replicaLinkUp.source,
});

/** The append-only file is not written. */
export const appendOnlyFailing = defineAlarm({
  key: 'append-only',
  title: 'Append-only file',
  question: 'safe',
  scope: 'member',
  urgency: pageInProduction,
  applies: ({ ownNodes }) => ownNodes?.appendOnly === true,
  appliesWhen: '`persistence.appendOnly`',
  metrics: () => [measured('appendOnlyOk', 'Minimum')],
  comparison: 'LessThanThreshold',
  threshold: () => 1,
  thresholdFormula: 'the last write or the last rewrite failed',
  unit: FLAG,
  periodSeconds: 60,
  evaluationPeriods: 3,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  missingDataReason: gone,
  fillInBatch: 1,
  meaning: () => 'The append-only file could not be written or rewritten: what is written now is lost when the node restarts, and writes may be refused.',
  firstAction: () => 'First look at the volume (full, or slow) and at the node log; BGREWRITEAOF tries again.',
  source: SELF_MANAGED_METRICS.appendOnlyOk.source,
});

/** Snapshots fail, mostly because a fork does. */
export const forkFailing = defineAlarm({
  key: 'fork-failing',
  title: 'Snapshots',
  question: 'safe',
  scope: 'member',
  urgency: pageInProduction,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [measured('snapshotOk', 'Minimum')],
  comparison: 'LessThanThreshold',
  threshold: () => 1,
  thresholdFormula: 'the last snapshot failed',
  unit: FLAG,
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 5,
  missingData: 'notBreaching',
  missingDataReason: gone,
  fillInBatch: 1,
  meaning: () => 'The last snapshot failed, at the fork or on the disk: new replicas and backups need one, and writes may be refused until one succeeds.',
  firstAction: () => 'First read the node log for "Can\'t save in background: fork" (memory, vm.overcommit_memory) or a full volume; BGSAVE tries again.',
  source: SELF_MANAGED_METRICS.snapshotOk.source,
});

/** There is no recent backup. */
export const backupAge = defineAlarm({
  key: 'backup-age',
  title: 'Age of the newest backup, each shard',
  question: 'safe',
  scope: 'shard',
  urgency: ticket,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [measured('backupAge', 'Minimum')],
  expression: (operands) => `MIN([${operands.map(({ id }) => `FILL(${id},${NEVER})`).join(',')}])`,
  comparison: 'GreaterThanThreshold',
  threshold: ({ ownNodes }) => INTERVALS * (ownNodes?.backupEveryMinutes ?? 0) + GRACE_MINUTES,
  thresholdFormula: `older than ${INTERVALS} times \`backup.everyMinutes\` and ${GRACE_MINUTES} minutes`,
  unit: 'minutes',
  periodSeconds: 300,
  evaluationPeriods: 3,
  datapointsToAlarm: 3,
  missingData: 'breaching',
  missingDataReason: 'when no node knows of a backup, there is none to restore',
  meaning: () => 'Backups have stopped: what was written since the newest one cannot be brought back after a deletion. It also rings until a new deployment has made its first one.',
  firstAction: () => 'First read the node log of the replicas for the backup that failed: permission on bucket or key, a fork that failed, or a shard without a replica.',
  source: SELF_MANAGED_METRICS.backupAge.source,
});

/** A certificate was not renewed. */
export const certificate = defineAlarm({
  key: 'certificate',
  title: 'Days until the certificate ends',
  question: 'safe',
  scope: 'member',
  urgency: pageInProduction,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [measured('certificateDaysLeft', 'Minimum')],
  comparison: 'LessThanThreshold',
  threshold: ({ ownNodes }) => Math.max(1, Math.floor((ownNodes?.certificateValidityDays ?? 0) / QUARTER)),
  thresholdFormula: 'less than a quarter of `certificates.validityDays`; renewal comes at a third',
  unit: 'days',
  periodSeconds: 3600,
  evaluationPeriods: 3,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  missingDataReason: gone,
  fillInBatch: NEVER,
  meaning: () => 'The node\'s certificate was not renewed: when it ends, clients, replicas and Sentinels refuse the node.',
  firstAction: () => 'First read the node log for the renewal that failed: the authority\'s secret, its permission, or an authority that ends itself.',
  source: SELF_MANAGED_METRICS.certificateDaysLeft.source,
});
