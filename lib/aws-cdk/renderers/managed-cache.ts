import { CfnDeletionPolicy, SecretValue } from 'aws-cdk-lib';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import { connectResourceArn, supportsFeature } from '../../core/catalog';
import type { ManagedCache, ManagedTopology } from '../../core/plan/nodes';
import { acknowledge } from '../acknowledgements';
import { MAIN, nodeScope } from '../node-scope';
import type { RenderContext, Renderer } from '../render-context';

/**
 * The replication group.
 *
 * Left out on purpose, because a change to them replaces the group and its data: `PreferredCacheClusterAZs` and
 * `ReplicasPerNodeGroup`. The final snapshot is CloudFormation's own (`DeletionPolicy: Snapshot`), which names it itself.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html
 */
export const renderManagedCache: Renderer<'managedCache'> = (node, context) => {
  const topic = context.rendered('notificationTopic', node.eventsTopic);
  const resource = new elasticache.CfnReplicationGroup(nodeScope(node, context), MAIN, {
    replicationGroupId: node.cacheId,
    replicationGroupDescription: node.description,
    engine: node.engine,
    engineVersion: node.version,
    cacheNodeType: node.nodeType,
    // Only said where it is so: the property exists for data tiering nodes alone.
    ...(node.dataTiering ? { dataTieringEnabled: true } : {}),
    port: node.port,
    ...shapeOf(node),
    multiAzEnabled: node.multiAz,
    automaticFailoverEnabled: node.automaticFailover,
    cacheSubnetGroupName: context.rendered('subnetGroup', node.subnetGroup).name,
    cacheParameterGroupName: context.rendered('parameterGroup', node.parameterGroup).name,
    securityGroupIds: [context.rendered('firewall', node.firewall).resource.attrGroupId],
    atRestEncryptionEnabled: true,
    kmsKeyId: context.rendered('encryptionKey', node.key).arn,
    ...transitEncryption(node),
    ...accessOf(node, context),
    logDeliveryConfigurations: node.logs.map(({ logType, logGroup }) => ({
      logType,
      logFormat: 'json',
      destinationType: 'cloudwatch-logs',
      destinationDetails: { cloudWatchLogsDetails: { logGroup: context.rendered('logGroup', logGroup).name } },
    })),
    snapshotRetentionLimit: node.backup.retentionDays,
    snapshotWindow: node.backup.window,
    preferredMaintenanceWindow: node.maintenance.window,
    autoMinorVersionUpgrade: node.maintenance.autoMinorVersionUpgrade,
    notificationTopicArn: topic.eventsArn,
  });
  // The service stops notifying a topic that refuses its first event, so the topic must let it in before there is a cache.
  if (topic.policy !== undefined) resource.addResourceDependency(topic.policy);
  const leaving = node.disposable ? CfnDeletionPolicy.DELETE : CfnDeletionPolicy.SNAPSHOT;
  resource.cfnOptions.deletionPolicy = leaving;
  resource.cfnOptions.updateReplacePolicy = leaving;
  if (node.topology.mode === 'sharded') resource.cfnOptions.updatePolicy = { useOnlineResharding: true };
  if (node.access.mode === 'users') acknowledge(resource, 'usersInsteadOfAuthToken');
  if (node.disposable) acknowledge(resource, 'disposableData');
  const { partition, region, account } = context.stack;
  return {
    resource,
    id: resource.ref,
    arn: connectResourceArn('replicationGroup', { partition, region, account, name: resource.ref }),
    port: node.port,
    ...endpointsOf(resource, node.topology),
  };
};

/**
 * Counts of nodes. Sharded groups list their shards with ids and replicas, never as `NumNodeGroups` with `ReplicasPerNodeGroup`:
 * a change to the latter replaces the group, while shards and `ReplicaCount` of `NodeGroupConfiguration` change in place
 * together with the update policy `UseOnlineResharding`. (The resource schema does not tell; older pages of the user guide
 * said that `ReplicaCount` replaces, the template reference says that it does not interrupt.)
 *
 * What autoscaling owns needs no guard: CloudFormation compares templates, not what is deployed, and leaves counts alone until
 * the blueprint's own counts change.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticache-replicationgroup-nodegroupconfiguration.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html
 */
function shapeOf({ topology, engine, version }: ManagedCache): Partial<elasticache.CfnReplicationGroupProps> {
  switch (topology.mode) {
    case 'replicated':
      return { numCacheClusters: topology.replicas + 1 };
    case 'sharded':
      return {
        // Older versions know no such property; their parameter group decides by `cluster-enabled`.
        ...(supportsFeature('clusterModeCompatible', engine, version) ? { clusterMode: 'enabled' } : {}),
        nodeGroupConfiguration: topology.shards.map((shard) => ({
          nodeGroupId: shard.id,
          replicaCount: shard.replicas,
          ...(shard.slots === undefined ? {} : { slots: shard.slots }),
          ...(shard.primaryZone === undefined ? {} : { primaryAvailabilityZone: shard.primaryZone }),
          ...(shard.replicaZones === undefined ? {} : { replicaAvailabilityZones: [...shard.replicaZones] }),
        })),
      };
  }
}

function transitEncryption({ tls, engine, version }: ManagedCache): Partial<elasticache.CfnReplicationGroupProps> {
  if (tls === 'off') return { transitEncryptionEnabled: false };
  // Versions that cannot change the mode have no mode to state.
  return { transitEncryptionEnabled: true, ...(supportsFeature('tlsModify', engine, version) ? { transitEncryptionMode: tls } : {}) };
}

function accessOf({ access }: ManagedCache, context: RenderContext): Partial<elasticache.CfnReplicationGroupProps> {
  switch (access.mode) {
    case 'users':
      return { userGroupIds: [context.rendered('accessGroup', access.group).groupId] };
    case 'authToken':
      return { authToken: SecretValue.secretsManager(access.secretArn).unsafeUnwrap() };
    case 'open':
      return {};
  }
}

function endpointsOf(resource: elasticache.CfnReplicationGroup, topology: ManagedTopology) {
  switch (topology.mode) {
    case 'replicated':
      return { primaryEndpoint: resource.attrPrimaryEndPointAddress, readerEndpoint: resource.attrReaderEndPointAddress };
    case 'sharded':
      return { configurationEndpoint: resource.attrConfigurationEndPointAddress };
  }
}
