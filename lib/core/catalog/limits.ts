import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/** A limit a vendor states. */
export interface Limit extends Sourced {
  readonly value: number;
  /** Can be raised on request; `value` is then the default quota. */
  readonly adjustable?: true;
}

const ELASTICACHE = PAGES.elasticache;
const MEMORYDB = PAGES.memorydb;
const CLOUDWATCH = PAGES.cloudWatch;

/**
 * Limits of the services a blueprint reaches, each with the page that states it.
 *
 * Where pages disagree, the smaller or the newer figure stands and the entry says so.
 */
export const LIMITS = {
  elasticache: {
    /** Nodes of one cluster-mode-enabled group, before a quota increase. */
    nodesPerCluster: adjustable(90, ELASTICACHE.quotas),
    /** Nodes, and so shards, of one group after a quota increase, from Redis OSS 5.0.6 and Valkey on. */
    nodesPerClusterMax: fixed(500, ELASTICACHE.createReplicationGroup),
    /** The same on Redis OSS before 5.0.6. */
    nodesPerClusterMaxBefore506: fixed(250, ELASTICACHE.createReplicationGroup),
    shardsMax: fixed(500, ELASTICACHE.createReplicationGroup),
    replicasPerShard: fixed(5, ELASTICACHE.createReplicationGroup),
    /** Primary and replicas of a group without cluster mode. */
    nodesPerShard: fixed(6, ELASTICACHE.createReplicationGroup),
    nodesPerRegion: adjustable(300, ELASTICACHE.quotas),
    parameterGroupsPerRegion: adjustable(300, ELASTICACHE.quotas),
    subnetGroupsPerRegion: adjustable(300, ELASTICACHE.quotas),
    subnetsPerSubnetGroup: adjustable(20, ELASTICACHE.quotas),
    /** The access control page still says 1,000; the quota page is the newer. */
    usersPerRegion: adjustable(2_000, ELASTICACHE.quotas),
    /** The access control page still says 100; the quota page is the newer. */
    userGroupsPerRegion: adjustable(200, ELASTICACHE.quotas),
    usersPerUserGroup: adjustable(100, ELASTICACHE.quotas),
    userGroupsPerReplicationGroup: fixed(1, ELASTICACHE.quotas),
    passwordsPerUser: fixed(2, ELASTICACHE.accessControl),
    passwordLengthMin: fixed(16, ELASTICACHE.accessControl),
    passwordLengthMax: fixed(128, ELASTICACHE.accessControl),
    authTokenLengthMin: fixed(16, ELASTICACHE.authToken),
    authTokenLengthMax: fixed(128, ELASTICACHE.authToken),
    /** Minutes an IAM authentication token is valid. */
    iamTokenMinutes: fixed(15, ELASTICACHE.iamAuthentication),
    /** Hours after which an IAM-authenticated connection is closed unless it authenticates again. */
    iamConnectionHours: fixed(12, ELASTICACHE.iamAuthentication),
    /** Days; 0 turns automatic backups off. */
    snapshotRetentionDays: fixed(35, ELASTICACHE.backups),
    manualSnapshotsPerNodePerDay: fixed(20, ELASTICACHE.backups),
    logDeliveryConfigurations: fixed(2, ELASTICACHE.logDelivery),
    globalDatastoreSecondaryRegions: fixed(2, ELASTICACHE.globalDatastore),
    tagsPerResource: fixed(50, ELASTICACHE.createReplicationGroup),
    maintenanceWindowMinMinutes: fixed(60, ELASTICACHE.createReplicationGroup),
    /** Write throughput of one primary with durability on, MiB/s. */
    durabilityWriteMiBPerSecond: fixed(100, ELASTICACHE.durability),
    /** Milliseconds of lag at which a durable group rejects writes. */
    durabilityLagMs: fixed(10_000, ELASTICACHE.durabilityMonitoring),
    /** Logical databases, also with cluster mode from Valkey 9.0 on. */
    databasesMax: fixed(10_000, ELASTICACHE.parameters),
  },
  serverless: {
    cachesPerRegion: adjustable(40, ELASTICACHE.quotas),
    snapshotsPerCachePerDay: adjustable(24, ELASTICACHE.quotas),
    snapshotRetentionDays: fixed(35, ELASTICACHE.createServerlessCache),
    dataStorageGBMax: fixed(5_000, ELASTICACHE.serverlessConfiguration),
    ecpuPerSecondMax: fixed(15_000_000, ELASTICACHE.serverlessConfiguration),
    /** ECPU per second of one slot without reads from replicas. */
    ecpuPerSlotPerSecond: fixed(30_000, ELASTICACHE.serverlessConfiguration),
    ecpuPerSlotPerSecondWithReplicaReads: fixed(90_000, ELASTICACHE.serverlessConfiguration),
    gibPerSlot: fixed(32, ELASTICACHE.serverlessConfiguration),
    argumentsPerRequest: fixed(3_999, ELASTICACHE.serverlessConfiguration),
    keyNameKiB: fixed(4, ELASTICACHE.serverlessConfiguration),
    luaScriptMiB: fixed(4, ELASTICACHE.serverlessConfiguration),
    primaryPort: fixed(6379, ELASTICACHE.serverlessConfiguration),
    readerPort: fixed(6380, ELASTICACHE.serverlessConfiguration),
    descriptionLength: fixed(255, ELASTICACHE.createServerlessCache),
  },
  memorydb: {
    nodesPerRegion: adjustable(300, MEMORYDB.quotas),
    nodesPerCluster: adjustable(90, MEMORYDB.quotas),
    replicasPerShard: fixed(5, MEMORYDB.quotas),
    users: adjustable(2_000, MEMORYDB.quotas),
    accessControlLists: adjustable(200, MEMORYDB.quotas),
    usersPerAccessControlList: adjustable(100, MEMORYDB.quotas),
    manualSnapshotsPerDay: fixed(20, MEMORYDB.quotas),
    snapshotRetentionDays: fixed(35, MEMORYDB.quotas),
    multiRegionRegions: fixed(5, MEMORYDB.multiRegion),
  },
  cloudFormation: {
    resourcesPerStack: fixed(500, PAGES.cloudFormation.quotas),
    /** Bytes of a template passed in the request itself. */
    templateBodyBytes: fixed(51_200, PAGES.cloudFormation.quotas),
    /** Bytes of a template read from S3. */
    templateInS3Bytes: fixed(1_048_576, PAGES.cloudFormation.quotas),
    outputsPerStack: fixed(200, PAGES.cloudFormation.quotas),
    parametersPerStack: fixed(200, PAGES.cloudFormation.quotas),
    dynamicReferencesPerStack: fixed(60, PAGES.cloudFormation.quotas),
    stackNameLength: fixed(128, PAGES.cloudFormation.quotas),
    resourceNameLength: fixed(255, PAGES.cloudFormation.quotas),
  },
  cloudWatch: {
    alarmNameLength: fixed(255, CLOUDWATCH.putMetricAlarm),
    alarmDescriptionLength: fixed(1_024, CLOUDWATCH.putMetricAlarm),
    actionsPerAlarmState: fixed(5, CLOUDWATCH.putMetricAlarm),
    /** Metrics one alarm on a math expression may read. */
    metricsPerMathAlarm: fixed(10, CLOUDWATCH.alarmLimits),
    /** Seconds of period times evaluation periods, for periods of an hour or more. */
    evaluationSecondsMax: fixed(604_800, CLOUDWATCH.putMetricAlarm),
    /** The same for periods below an hour. */
    evaluationSecondsMaxBelowHour: fixed(86_400, CLOUDWATCH.putMetricAlarm),
    dimensionsPerMetric: fixed(30, CLOUDWATCH.metricDatum),
    compositeRuleLength: fixed(10_240, CLOUDWATCH.putCompositeAlarm),
    /** Alarms one composite alarm may name. */
    compositeRuleChildren: fixed(100, CLOUDWATCH.putCompositeAlarm),
    /** Children, TRUE, FALSE and parentheses of one composite rule together. */
    compositeRuleElements: fixed(500, CLOUDWATCH.putCompositeAlarm),
    /** Composite alarms one alarm may appear in. */
    compositesPerChild: fixed(150, CLOUDWATCH.putCompositeAlarm),
    widgetsPerDashboard: fixed(500, CLOUDWATCH.dashboardBody),
    /** The quota page once said 100, later 500, and now says nothing; graphs show at most 500 series. */
    metricsPerWidget: fixed(500, CLOUDWATCH.quotas),
    /** The quota page once said 500, later 2,500, and now says nothing. */
    metricsPerDashboard: fixed(2_500, CLOUDWATCH.quotas),
    dashboardGridColumns: fixed(24, CLOUDWATCH.dashboardBody),
    searchExpressionLength: fixed(1_024, CLOUDWATCH.search),
    searchExpressionsPerGraph: fixed(100, CLOUDWATCH.search),
    timeSeriesPerGraph: fixed(500, CLOUDWATCH.search),
    /** Days without data after which a search no longer finds a metric. */
    searchLookbackDays: fixed(14, CLOUDWATCH.search),
  },
  sns: {
    topicNameLength: fixed(256, PAGES.sns.createTopic),
  },
  logs: {
    logGroupNameLength: fixed(512, PAGES.logs.createLogGroup),
  },
  secretsManager: {
    nameLength: fixed(512, PAGES.secretsManager.createSecret),
    valueBytes: fixed(65_536, PAGES.secretsManager.quotas),
  },
} as const;

/**
 * Days CloudWatch Logs can keep a log group; any other number is refused.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export const LOG_RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Alarm periods below a minute; they need high-resolution metrics, which neither service publishes. */
export const HIGH_RESOLUTION_PERIODS: readonly number[] = [10, 20, 30];

/**
 * Whether CloudWatch accepts a period: 10, 20, 30 or any multiple of 60 seconds.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export function isAlarmPeriod(seconds: number): boolean {
  return HIGH_RESOLUTION_PERIODS.includes(seconds) || (Number.isInteger(seconds) && seconds > 0 && seconds % 60 === 0);
}

function fixed(value: number, source: string): Limit {
  return { value, source };
}

function adjustable(value: number, source: string): Limit {
  return { value, adjustable: true, source };
}
