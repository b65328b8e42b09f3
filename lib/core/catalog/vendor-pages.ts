/** Vendor pages the catalog cites; one spelling each, so that a moved page is changed once. */
const elasticache = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg';
const elasticacheApi = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference';
const memorydb = 'https://docs.aws.amazon.com/memorydb/latest/devguide';
const memorydbApi = 'https://docs.aws.amazon.com/memorydb/latest/APIReference';
const cloudFormation = 'https://docs.aws.amazon.com/AWSCloudFormation/latest';
const cloudWatch = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest';

/** Addresses of vendor pages, grouped by service. */
export const PAGES = {
  elasticache: {
    accessControl: `${elasticache}/Clusters.RBAC.html`,
    authToken: `${elasticache}/auth.html`,
    autoScaling: `${elasticache}/AutoScaling.html`,
    autoScalingPolicies: `${elasticache}/AutoScaling-Policies.html`,
    autoScalingReplicaMetrics: `${elasticache}/AutoScaling-Scaling-Policies-Replicas-Replicas.html`,
    autoScalingShardMetrics: `${elasticache}/AutoScaling-Scaling-Policies-Target.html`,
    backups: `${elasticache}/backups.html`,
    backupExport: `${elasticache}/backups-exporting.html`,
    bloomFilters: `${elasticache}/BloomFilters.html`,
    clusterMode: `${elasticache}/modify-cluster-mode.html`,
    dataTiering: `${elasticache}/data-tiering.html`,
    durability: `${elasticache}/Durability.Limitations.html`,
    durabilityMonitoring: `${elasticache}/Durability.Monitoring.html`,
    engineVersions: `${elasticache}/engine-versions.html`,
    extendedSupport: `${elasticache}/extended-support.html`,
    globalDatastore: `${elasticache}/Redis-Global-Datastores-Getting-Started.html`,
    hostMetrics: `${elasticache}/CacheMetrics.HostLevel.html`,
    iamAuthentication: `${elasticache}/auth-iam.html`,
    json: `${elasticache}/json-gs.html`,
    logDelivery: `${elasticache}/Log_Delivery.html`,
    logDestinations: `${elasticache}/Logging-destinations.html`,
    metrics: `${elasticache}/CacheMetrics.Redis.html`,
    monitoringChoice: `${elasticache}/CacheMetrics.WhichShouldIMonitor.html`,
    networkType: `${elasticache}/network-type.html`,
    nodeSpecificParameters: `${elasticache}/ParameterGroups.Engine.html#ParameterGroups.Redis.NodeSpecific`,
    nodeTypes: `${elasticache}/CacheNodes.SupportedTypes.html`,
    parameters: `${elasticache}/ParameterGroups.Engine.html`,
    quotas: `${elasticache}/quota-limits.html`,
    restrictedCommands: `${elasticache}/ClientConfig.RestrictedCommands.html`,
    serverlessConfiguration: `${elasticache}/RedisConfiguration.html`,
    serverlessMetrics: `${elasticache}/serverless-metrics-events-redis.html`,
    supportedCommands: `${elasticache}/SupportedCommands.html`,
    tls: `${elasticache}/in-transit-encryption.html`,
    tlsMigration: `${elasticache}/in-transit-encryption-enable.html`,
    atRestEncryption: `${elasticache}/at-rest-encryption.html`,
    autoFailover: `${elasticache}/AutoFailover.html`,
    maintenance: `${elasticache}/maintenance-window.html`,
    subnetGroups: `${elasticache}/SubnetGroups.html`,
    vpcAccess: `${elasticache}/elasticache-vpc-accessing.html`,
    verticalScaling: `${elasticache}/redis-cluster-vertical-scaling.html`,
    userRotation: `${elasticache}/User-Secrets-Manager.html`,
    vectorSearch: `${elasticache}/vector-search.html`,
    versionManagement: `${elasticache}/VersionManagement.html`,
    createReplicationGroup: `${elasticacheApi}/API_CreateReplicationGroup.html`,
    createUser: `${elasticacheApi}/API_CreateUser.html`,
    createUserGroup: `${elasticacheApi}/API_CreateUserGroup.html`,
    createServerlessCache: `${elasticacheApi}/API_CreateServerlessCache.html`,
    createParameterGroup: `${elasticacheApi}/API_CreateCacheParameterGroup.html`,
    createSubnetGroup: `${elasticacheApi}/API_CreateCacheSubnetGroup.html`,
    createCacheCluster: `${elasticacheApi}/API_CreateCacheCluster.html`,
    nodeGroupConfiguration: `${elasticacheApi}/API_NodeGroupConfiguration.html`,
  },
  memorydb: {
    engineVersions: `${memorydb}/engine-versions.html`,
    metrics: `${memorydb}/metrics.memorydb.html`,
    multiRegion: `${memorydb}/multi-region.prereq.html`,
    nodeTypes: `${memorydb}/nodes.supportedtypes.html`,
    parameters: `${memorydb}/parametergroups.redis.html`,
    quotas: `${memorydb}/quota-limits.html`,
    restrictedCommands: `${memorydb}/restrictedcommands.html`,
    snapshotExport: `${memorydb}/snapshots-exporting.html`,
    iamAuthentication: `${memorydb}/auth-iam.html`,
    tls: `${memorydb}/in-transit-encryption.html`,
    vectorSearch: `${memorydb}/vector-search.html`,
    accessControl: `${memorydb}/clusters.acls.html`,
    createCluster: `${memorydbApi}/API_CreateCluster.html`,
    createUser: `${memorydbApi}/API_CreateUser.html`,
  },
  cloudFormation: {
    quotas: `${cloudFormation}/UserGuide/cloudformation-limits.html`,
  },
  cloudWatch: {
    quotas: `${cloudWatch}/monitoring/cloudwatch_limits.html`,
    alarmLimits: `${cloudWatch}/monitoring/alarm-limits.html`,
    search: `${cloudWatch}/monitoring/search-expression-syntax.html`,
    putMetricAlarm: `${cloudWatch}/APIReference/API_PutMetricAlarm.html`,
    putCompositeAlarm: `${cloudWatch}/APIReference/API_PutCompositeAlarm.html`,
    metricDatum: `${cloudWatch}/APIReference/API_MetricDatum.html`,
    dashboardBody: `${cloudWatch}/APIReference/CloudWatch-Dashboard-Body-Structure.html`,
    metricDimensions: `${cloudWatch}/monitoring/SupportedMetricsForResourceTagsForTelemetry.html`,
    recommendedAlarms: `${cloudWatch}/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#ElastiCache`,
    metricMath: `${cloudWatch}/monitoring/using-metric-math.html`,
    notifyWithSns: `${cloudWatch}/monitoring/Notify_Users_Alarm_Changes.html`,
    logsEncryption: `${cloudWatch}/logs/encrypt-log-data-kms.html`,
    logsDelivery: `${cloudWatch}/logs/AWS-logs-and-resource-policy.html`,
    logsQuotas: `${cloudWatch}/logs/cloudwatch_limits_cwl.html`,
  },
  sns: {
    alarmActions: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html',
    fifo: 'https://docs.aws.amazon.com/sns/latest/dg/sns-fifo-topics.html',
    email: 'https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html',
    arns: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html',
    keyManagement: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
    createTopic: 'https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html',
  },
  vpc: {
    identifiers: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html',
    securityGroupRules: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    zones: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
    subnetSizing: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    cidrBlocks: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  },
  ec2: {
    generalPurpose: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html',
    memoryOptimized: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/mo.html',
    computeOptimized: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/co.html',
    /** vCPUs and memory of every type, as Karpenter takes them from the AWS API. */
    typesByApi: 'https://github.com/aws/karpenter-provider-aws/blob/1d927085dd81a9df9301e613f371dac5b4d16bfe/website/content/en/preview/reference/instance-types.md',
    /** Network baselines of every type, as Karpenter takes them from the three pages above. */
    networkByPages: 'https://github.com/aws/karpenter-provider-aws/blob/1d927085dd81a9df9301e613f371dac5b4d16bfe/pkg/providers/instancetype/zz_generated.bandwidth.go',
  },
  kms: {
    keyArns: 'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN',
    regions: 'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html',
  },
  securityHub: {
    elasticache: 'https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html',
  },
  secretsManager: {
    quotas: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html',
    createSecret: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html',
  },
  logs: {
    createLogGroup: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html',
    putRetentionPolicy: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  },
  /** IAM actions, resources and condition keys of the two services. */
  authorization: {
    elasticache: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticache.html',
    memorydb: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmemorydb.html',
  },
  /** Root of the CloudFormation reference; a type's page is `<root>/aws-resource-<service>-<type>.html`. */
  cloudFormationReference: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference',
  /** Node availability by region, as the CloudFormation linter takes it from the AWS pricing API. */
  nodeTypesByRegion:
    'https://github.com/aws-cloudformation/cfn-lint/blob/217397c819d2cebe4c1e836c9ab18fafd0e10135/src/cfnlint/data/schemas/extensions/aws_elasticache_cachecluster/cachenodetype_enum.json',
  /** Engine versions, as the CloudFormation linter takes them from the AWS API. */
  engineVersionsByApi:
    'https://github.com/aws-cloudformation/cfn-lint/blob/217397c819d2cebe4c1e836c9ab18fafd0e10135/src/cfnlint/data/schemas/extensions/aws_elasticache_cachecluster/engine_version.json',
} as const;
