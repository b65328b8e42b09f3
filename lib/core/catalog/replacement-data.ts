/** Property names of one CloudFormation type by what changing them does, separated by spaces. */
export interface ReplacementRow {
  readonly no: string;
  readonly maybe?: string;
  readonly yes: string;
}

/** CloudFormation types of both services. */
export const REPLACEMENT_ROWS: Readonly<Record<string, ReplacementRow>> = {
  'AWS::ElastiCache::ReplicationGroup': {
    no:
      'AutoMinorVersionUpgrade AutomaticFailoverEnabled CacheNodeType CacheParameterGroupName ' +
      'CacheSecurityGroupNames ClusterMode Durability EngineVersion IpDiscovery LogDeliveryConfigurations ' +
      'MultiAZEnabled NotificationTopicArn NumCacheClusters PreferredMaintenanceWindow PrimaryClusterId ' +
      'ReplicationGroupDescription SecurityGroupIds SnapshotRetentionLimit SnapshotWindow ' +
      'SnapshottingClusterId Tags TransitEncryptionEnabled TransitEncryptionMode UserGroupIds',
    maybe: 'AuthToken NodeGroupConfiguration NumNodeGroups',
    yes:
      'AtRestEncryptionEnabled CacheSubnetGroupName DataTieringEnabled Engine GlobalReplicationGroupId ' +
      'KmsKeyId NetworkType Port PreferredCacheClusterAZs ReplicasPerNodeGroup ReplicationGroupId ' +
      'SnapshotArns SnapshotName',
  },
  'AWS::ElastiCache::CacheCluster': {
    no:
      'AutoMinorVersionUpgrade CacheNodeType CacheParameterGroupName CacheSecurityGroupNames EngineVersion ' +
      'IpDiscovery LogDeliveryConfigurations NotificationTopicArn PreferredMaintenanceWindow ' +
      'SnapshotRetentionLimit SnapshotWindow Tags TransitEncryptionEnabled VpcSecurityGroupIds',
    maybe: 'AZMode NumCacheNodes PreferredAvailabilityZone PreferredAvailabilityZones',
    yes: 'CacheSubnetGroupName ClusterName Engine NetworkType Port SnapshotArns SnapshotName',
  },
  'AWS::ElastiCache::User': {
    no: 'AccessString AuthenticationMode NoPasswordRequired Passwords Tags',
    yes: 'Engine UserId UserName',
  },
  'AWS::ElastiCache::UserGroup': {
    no: 'Tags UserIds',
    yes: 'Engine UserGroupId',
  },
  'AWS::ElastiCache::ParameterGroup': {
    no: 'Description Properties Tags',
    yes: 'CacheParameterGroupFamily',
  },
  'AWS::ElastiCache::SubnetGroup': {
    no: 'Description SubnetIds Tags',
    yes: 'CacheSubnetGroupName',
  },
  'AWS::ElastiCache::ServerlessCache': {
    no:
      'CacheUsageLimits DailySnapshotTime Description Endpoint Engine FinalSnapshotName MajorEngineVersion ' +
      'ReaderEndpoint SecurityGroupIds SnapshotRetentionLimit Tags UserGroupId',
    yes: 'KmsKeyId NetworkType ServerlessCacheName SnapshotArnsToRestore SubnetIds',
  },
  'AWS::ElastiCache::ServerlessCacheSnapshot': {
    no: 'Tags',
    yes: 'KmsKeyId ServerlessCacheName ServerlessCacheSnapshotName',
  },
  'AWS::ElastiCache::GlobalReplicationGroup': {
    no:
      'AutomaticFailoverEnabled CacheNodeType CacheParameterGroupName Engine EngineVersion ' +
      'GlobalNodeGroupCount GlobalReplicationGroupDescription GlobalReplicationGroupIdSuffix Members ' +
      'RegionalConfigurations Tags',
    yes: '',
  },
  'AWS::MemoryDB::Cluster': {
    no:
      'ACLName AutoMinorVersionUpgrade ClusterEndpoint Description Engine EngineVersion FinalSnapshotName ' +
      'IpDiscovery MaintenanceWindow NodeType NumReplicasPerShard NumShards ParameterGroupName ' +
      'SecurityGroupIds SnapshotRetentionLimit SnapshotWindow SnsTopicArn SnsTopicStatus Tags',
    yes:
      'ClusterName DataTiering KmsKeyId MultiRegionClusterName NetworkType Port SnapshotArns SnapshotName ' +
      'SubnetGroupName TLSEnabled',
  },
  'AWS::MemoryDB::MultiRegionCluster': {
    no: 'Description Engine NodeType NumShards Tags UpdateStrategy',
    yes: 'EngineVersion MultiRegionClusterNameSuffix MultiRegionParameterGroupName TLSEnabled',
  },
  'AWS::MemoryDB::ACL': {
    no: 'Tags UserNames',
    yes: 'ACLName',
  },
  'AWS::MemoryDB::User': {
    no: 'AccessString AuthenticationMode Tags',
    yes: 'UserName',
  },
  'AWS::MemoryDB::ParameterGroup': {
    no: 'Parameters Tags',
    yes: 'Description Family ParameterGroupName',
  },
  'AWS::MemoryDB::SubnetGroup': {
    no: 'Description SubnetIds Tags',
    yes: 'SubnetGroupName',
  },
  'AWS::MemoryDB::Snapshot': {
    no: 'Tags',
    yes: 'ClusterName KmsKeyId SnapshotName',
  },
};
