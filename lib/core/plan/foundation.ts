import { DEFAULTS } from '../blueprint/defaults';
import type { ResolvedBlueprint, ResolvedManagedBlueprint } from '../blueprint/resolve';
import { NODE_IDS } from './ids';
import type { EncryptionKey, LogGroup, NotificationTopic } from './nodes';

/** The key for data at rest, logs, secrets and notifications. */
export function planKey(resolved: ResolvedManagedBlueprint): EncryptionKey {
  const arn = resolved.encryption.kmsKeyArn;
  return {
    kind: 'encryptionKey',
    id: NODE_IDS.key,
    source:
      arn !== undefined
        ? { from: 'existing', arn }
        : {
            from: 'new',
            alias: `alias/redis-blueprints/${resolved.cacheId}`,
            description: `Data, logs, secrets and notifications of ${resolved.cacheId}`,
            rotation: true,
            usedBy: ['cloudwatch-alarms', 'cloudwatch-logs'],
            deletionWindowDays: DEFAULTS.kmsDeletionWindowDays,
            retain: !resolved.disposable,
          },
  };
}

/** Log groups for the engine's logs and, with a new network, its flow logs. */
export function planLogGroups(resolved: ResolvedManagedBlueprint): LogGroup[] {
  const group = (id: string, purpose: LogGroup['purpose']): LogGroup => ({
    kind: 'logGroup',
    id,
    // The vended prefix keeps CloudWatch Logs' resource policy short: every delivery below it shares one statement.
    name: `/aws/vendedlogs/redis-blueprints/${resolved.cacheId}/${purpose}`,
    purpose,
    retentionDays: resolved.logs.retentionDays,
    key: NODE_IDS.key,
    retain: !resolved.disposable,
  });
  return [
    ...(resolved.logs.slowLog ? [group(NODE_IDS.slowLog, 'slow-log')] : []),
    ...(resolved.logs.engineLog ? [group(NODE_IDS.engineLog, 'engine-log')] : []),
    ...(resolved.network.newVpc !== undefined ? [group(NODE_IDS.flowLog, 'flow-log')] : []),
  ];
}

/** Where alarms go. */
export function planNotificationTopic({ cacheId, monitoring }: Pick<ResolvedBlueprint, 'cacheId' | 'monitoring'>): NotificationTopic {
  const { topicArns, emails } = monitoring;
  return {
    kind: 'notificationTopic',
    id: NODE_IDS.topic,
    source:
      topicArns.length > 0
        ? { from: 'existing', arns: topicArns }
        : { from: 'new', name: `${cacheId}-alarms`, publisher: 'alarms', key: NODE_IDS.key, emails },
  };
}

/**
 * Where the service's own events go (failover, maintenance, failed snapshots): a topic of their own, because they cannot
 * go to the encrypted one. Given topics receive both.
 */
export function planEventsTopic({ cacheId, monitoring }: Pick<ResolvedManagedBlueprint, 'cacheId' | 'monitoring'>): NotificationTopic | undefined {
  const { topicArns, emails } = monitoring;
  if (topicArns.length > 0) return undefined;
  return { kind: 'notificationTopic', id: NODE_IDS.eventsTopic, source: { from: 'new', name: `${cacheId}-events`, publisher: 'cache-events', emails } };
}
