import type { Construct } from 'constructs';
import { supportsFeature } from '../../core/catalog';
import type { ManagedCache } from '../../core/plan/nodes';
import type { RenderContext, Renderer } from '../context';
import { deliverAuthToken } from '../secret-delivery';
import { literal } from '../text';
import type { ElasticacheReplicationGroupConfig } from '../vendor';
import { ElasticacheReplicationGroup } from '../vendor';
import { versionLifecycleOf } from './engine-version';
import { topologyOf } from './topology';
import type { Lifecycle } from './topology';

/** A resize copies every node's data and reshards online; the provider's 40 minutes end a large one in the middle. */
const TIMEOUTS = { create: '90m', update: '180m', delete: '90m' } as const;

/** The replication group. */
export const renderManagedCache: Renderer<'managedCache'> = (node, context) => {
  const scope = context.scopeOf(node);
  const { lifecycle: topologyLifecycle, ...topology } = topologyOf(node);
  const { arns: [eventsTopic], policy: eventsPolicy } = context.get('notificationTopic', node.eventsTopic);
  const replicationGroup = new ElasticacheReplicationGroup(scope, 'Default', {
    replicationGroupId: literal(node.cacheId),
    description: literal(node.description),
    engine: node.engine,
    engineVersion: node.version,
    nodeType: node.nodeType,
    dataTieringEnabled: node.dataTiering,
    port: node.port,
    ...topology,
    multiAzEnabled: node.multiAz,
    automaticFailoverEnabled: node.automaticFailover,
    atRestEncryptionEnabled: 'true',
    kmsKeyId: context.get('encryptionKey', node.key).arn,
    ...tlsOf(node),
    subnetGroupName: context.get('subnetGroup', node.subnetGroup).subnetGroup.name,
    securityGroupIds: [context.get('firewall', node.firewall).securityGroup.id],
    parameterGroupName: context.get('parameterGroup', node.parameterGroup).name,
    ...accessOf(scope, node, context),
    logDeliveryConfiguration: node.logs.map(({ logType, logGroup }) => ({
      destination: context.get('logGroup', logGroup).logGroup.name,
      destinationType: 'cloudwatch-logs',
      logFormat: 'json',
      logType,
    })),
    snapshotRetentionLimit: node.backup.retentionDays,
    snapshotWindow: node.backup.window,
    finalSnapshotIdentifier: node.finalSnapshotName,
    maintenanceWindow: node.maintenance.window,
    autoMinorVersionUpgrade: String(node.maintenance.autoMinorVersionUpgrade),
    notificationTopicArn: eventsTopic,
    // Otherwise Terraform reports a change as done that waits for the maintenance window, and plans it again in every run.
    // CloudFormation applies at once too, so both backends behave the same.
    applyImmediately: true,
    tags: context.tags,
    timeouts: TIMEOUTS,
    // The service stops notifying a topic that refuses its first event, so the topic must let it in before there is a cache.
    dependsOn: eventsPolicy === undefined ? undefined : [eventsPolicy],
    lifecycle: { preventDestroy: !node.disposable, ...merged(topologyLifecycle, versionLifecycleOf(node)) },
  });
  return { replicationGroup };
};

function merged(...lifecycles: readonly Lifecycle[]): Lifecycle {
  const ignoreChanges = lifecycles.flatMap((lifecycle) => lifecycle.ignoreChanges ?? []);
  const postcondition = lifecycles.flatMap((lifecycle) => lifecycle.postcondition ?? []);
  return { ...(ignoreChanges.length > 0 ? { ignoreChanges } : {}), ...(postcondition.length > 0 ? { postcondition } : {}) };
}

/** Switching TLS on in two steps needs the mode; versions that cannot switch refuse the argument. */
function tlsOf(node: ManagedCache): Pick<ElasticacheReplicationGroupConfig, 'transitEncryptionEnabled' | 'transitEncryptionMode'> {
  if (node.tls === 'off') return { transitEncryptionEnabled: false };
  return {
    transitEncryptionEnabled: true,
    ...(supportsFeature('tlsModify', node.engine, node.version) ? { transitEncryptionMode: node.tls } : {}),
  };
}

function accessOf(scope: Construct, node: ManagedCache, context: RenderContext): Partial<ElasticacheReplicationGroupConfig> {
  switch (node.access.mode) {
    case 'users':
      return { userGroupIds: [context.get('accessGroup', node.access.group).groupId] };
    case 'authToken':
      return deliverAuthToken(scope, node.access.secretArn);
    case 'open':
      return {};
  }
}
