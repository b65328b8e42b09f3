import { PAGES } from '../../catalog';
import { defineAlarm, ticket } from '../definition';

/**
 * A replica that has lost the link to its primary.
 *
 * A cut link can leave `ReplicationLag` silent, so lag alone would not tell. AWS documents `MasterLinkHealthStatus` only for
 * migrations from EC2, where it stands on the primary; operators read it on replicas. The safe side: only members that say
 * they are replicas count, and silence does not ring.
 */
export const replicationLink = defineAlarm({
  key: 'replication-link',
  title: 'Replicas cut off from their primary',
  question: 'safe',
  scope: 'member',
  urgency: ticket,
  applies: (subject) => subject.replicasPerShard > 0,
  appliesWhen: 'shards have replicas',
  metrics: () => [
    { name: 'IsMaster', statistic: 'Maximum' },
    { name: 'MasterLinkHealthStatus', statistic: 'Maximum' },
  ],
  expression: ([role, link]) => `IF(${link?.id}<1,1-${role?.id},0)`,
  comparison: 'GreaterThanThreshold',
  threshold: () => 0,
  thresholdFormula: 'IsMaster 0 and MasterLinkHealthStatus 0',
  unit: '1 when cut off',
  periodSeconds: 60,
  evaluationPeriods: 10,
  datapointsToAlarm: 10,
  missingData: 'notBreaching',
  missingDataReason: 'not every member publishes the status, and a member that is gone is said by the alarms on being up',
  meaning: () => 'The replica is not in sync with its primary: it serves old data and should not be promoted.',
  firstAction: () => 'First read the events and the engine log of both nodes for a sync that starts again and again; a too small replication buffer or a full sync under heavy writes does that.',
  source: PAGES.elasticache.metrics,
});
