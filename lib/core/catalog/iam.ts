import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/** IAM actions with the page that requires them. */
export interface ActionSet extends Sourced {
  readonly actions: readonly string[];
}

/** A service principal, or how to build one from a region. */
export interface PrincipalRule extends ActionSet {
  readonly principal: (region: string) => string;
}

/** What an identity needs to open a connection as an IAM user: the action on the cache and on the user. */
export const CONNECT = {
  elasticache: { actions: ['elasticache:Connect'], source: PAGES.elasticache.iamAuthentication },
  memorydb: { actions: ['memorydb:Connect'], source: PAGES.memorydb.iamAuthentication },
} as const satisfies Readonly<Record<string, ActionSet>>;

/** ARN parts of the resources `elasticache:Connect` and `memorydb:Connect` name. */
export const CONNECT_RESOURCES = {
  replicationGroup: { service: 'elasticache', resource: 'replicationgroup', source: PAGES.authorization.elasticache },
  serverlessCache: { service: 'elasticache', resource: 'serverlesscache', source: PAGES.authorization.elasticache },
  user: { service: 'elasticache', resource: 'user', source: PAGES.authorization.elasticache },
  memoryDbCluster: { service: 'memorydb', resource: 'cluster', source: PAGES.authorization.memorydb, separator: '/' },
  memoryDbUser: { service: 'memorydb', resource: 'user', source: PAGES.authorization.memorydb, separator: '/' },
} as const;

/**
 * The ARN of a cache or user in a Connect policy. Cache names stand in lower case: the service keeps
 * them so, and a policy with capitals matches nothing.
 */
export function connectResourceArn(
  kind: keyof typeof CONNECT_RESOURCES,
  where: { readonly partition: string; readonly region: string; readonly account: string; readonly name: string },
): string {
  const { service, resource } = CONNECT_RESOURCES[kind];
  const separator = service === 'memorydb' ? '/' : ':';
  return `arn:${where.partition}:${service}:${where.region}:${where.account}:${resource}${separator}${where.name}`;
}

/**
 * How a service writes snapshots to, and reads them from, a bucket of the same region. Data tiering
 * groups cannot export.
 */
export const SNAPSHOT_BUCKET_ACCESS = {
  elasticache: {
    principal: (region: string) => `${region}.elasticache-snapshot.amazonaws.com`,
    actions: [
      's3:PutObject',
      's3:GetObject',
      's3:ListBucket',
      's3:GetBucketAcl',
      's3:ListMultipartUploadParts',
      's3:ListBucketMultipartUploads',
    ],
    source: PAGES.elasticache.backupExport,
  },
  memorydb: {
    principal: (region: string) => `${region}.memorydb-snapshot.amazonaws.com`,
    actions: [
      's3:PutObject',
      's3:GetObject',
      's3:ListBucket',
      's3:GetBucketAcl',
      's3:ListMultipartUploadParts',
      's3:ListBucketMultipartUploads',
    ],
    source: PAGES.memorydb.snapshotExport,
  },
} as const satisfies Readonly<Record<string, PrincipalRule>>;

/** What an identity needs to export a snapshot itself; `s3:ListAllMyBuckets` only works on every bucket. */
export const SNAPSHOT_EXPORT_CALLER: ActionSet = {
  actions: [
    'elasticache:CopySnapshot',
    's3:PutObject',
    's3:GetObject',
    's3:DeleteObject',
    's3:ListBucket',
    's3:GetBucketLocation',
    's3:ListAllMyBuckets',
  ],
  source: PAGES.elasticache.backupExport,
};

/** What a key policy grants to services that use the key on the account's behalf. */
export const KEY_GRANTS = {
  /** CloudWatch alarms publish to an encrypted topic only with a customer managed key that says so. */
  alarmsToTopic: {
    principal: () => 'cloudwatch.amazonaws.com',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    source: PAGES.sns.keyManagement,
  },
  /** EventBridge rules; a condition on the source account is not supported there and drops every event. */
  eventsToTopic: {
    principal: () => 'events.amazonaws.com',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    source: PAGES.sns.keyManagement,
  },
  /** Encrypting a log group; limit it to the group by {@link LOG_GROUP_ENCRYPTION_CONTEXT}. */
  logGroup: {
    principal: (region: string) => `logs.${region}.amazonaws.com`,
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    source: PAGES.cloudWatch.logsEncryption,
  },
} as const satisfies Readonly<Record<string, PrincipalRule>>;

/** Condition key that ties a key grant to one log group's ARN. */
export const LOG_GROUP_ENCRYPTION_CONTEXT = 'kms:EncryptionContext:aws:logs:arn';

/** Who may publish to a topic, by what sends. */
export const TOPIC_PUBLISHERS = {
  alarms: { principal: () => 'cloudwatch.amazonaws.com', actions: ['sns:Publish'], source: PAGES.cloudWatch.notifyWithSns },
  events: { principal: () => 'events.amazonaws.com', actions: ['sns:Publish'], source: PAGES.sns.keyManagement },
} as const satisfies Readonly<Record<string, PrincipalRule>>;

/**
 * Log delivery to CloudWatch Logs: what the identity that creates the group needs, and who writes.
 * The log group's resource policy must let the writer in; the service adds it when it may.
 */
export const LOG_DELIVERY = {
  caller: {
    actions: [
      'logs:CreateLogDelivery',
      'logs:GetLogDelivery',
      'logs:UpdateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:DescribeResourcePolicies',
      'logs:DescribeLogGroups',
    ],
    source: PAGES.elasticache.logDestinations,
  },
  firehoseCaller: {
    actions: ['iam:CreateServiceLinkedRole', 'firehose:TagDeliveryStream'],
    source: PAGES.elasticache.logDestinations,
  },
  writer: {
    principal: () => 'delivery.logs.amazonaws.com',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    source: PAGES.cloudWatch.logsDelivery,
  },
} as const;

/** What a rotation function needs: to change the user, and to move the secret's versions. */
export const USER_ROTATION = {
  cache: { actions: ['elasticache:DescribeUsers', 'elasticache:ModifyUser'], source: PAGES.elasticache.userRotation },
  secret: {
    actions: [
      'secretsmanager:GetSecretValue',
      'secretsmanager:DescribeSecret',
      'secretsmanager:PutSecretValue',
      'secretsmanager:UpdateSecretVersionStage',
    ],
    source: PAGES.elasticache.userRotation,
  },
  /** Takes no resource: it stands on `*`. */
  password: { actions: ['secretsmanager:GetRandomPassword'], source: PAGES.elasticache.userRotation },
} as const satisfies Readonly<Record<string, ActionSet>>;

/** Who invokes the rotation function. */
export const ROTATION_INVOKER = 'secretsmanager.amazonaws.com';

/** Role Application Auto Scaling changes replication groups with. */
export const AUTO_SCALING_SERVICE_ROLE = {
  name: 'AWSServiceRoleForApplicationAutoScaling_ElastiCacheRG',
  principal: 'elasticache.application-autoscaling.amazonaws.com',
  source: PAGES.elasticache.autoScaling,
} as const;
