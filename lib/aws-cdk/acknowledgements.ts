import { Stack, Validations } from 'aws-cdk-lib';
import type { CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** Rules of third-party packs that are wrong here, or not answered yet, with the reason that auditors read. */
const ACKNOWLEDGED = {
  usersInsteadOfAuthToken: {
    rules: ['AwsSolutions-AEC6'],
    reason: 'The rule reads AuthToken only. This group authenticates every client by user and access string (RBAC), which excludes an AUTH token.',
  },
  secretWithoutRotation: {
    rules: ['AwsSolutions-SMG4', 'NIST.800.53.R5-SecretsManagerRotationEnabled', 'HIPAA.Security-SecretsManagerRotationEnabled'],
    reason: 'Passwords of cache users are not rotated automatically yet: AWS offers no hosted rotation for them. Rotate by hand, or use IAM authentication, which has no password.',
  },
  nodeSecretWithoutRotation: {
    rules: ['AwsSolutions-SMG4', 'NIST.800.53.R5-SecretsManagerRotationEnabled', 'HIPAA.Security-SecretsManagerRotationEnabled'],
    reason: 'A new password must reach every node at the same time, which no hosted rotation does. Change it in the secret, then run `redis-blueprints-node passwords` on each node: no restart, no lost write.',
  },
  authorityWithoutRotation: {
    rules: ['AwsSolutions-SMG4', 'NIST.800.53.R5-SecretsManagerRotationEnabled', 'HIPAA.Security-SecretsManagerRotationEnabled'],
    reason: 'The secret holds a certificate authority. What is rotated are the certificates that it signs, by each node and without a restart; a new authority has to be trusted by clients first.',
  },
  bucketWithoutAccessLog: {
    rules: ['AwsSolutions-S1', 'NIST.800.53.R5-S3BucketLoggingEnabled', 'HIPAA.Security-S3BucketLoggingEnabled', 'cdk-validator-cfnguard::s3_bucket_logging_enabled_check'],
    reason: 'Server access logs need another bucket, which has the same question, and a bucket that logs to itself logs its own logs. Data events of CloudTrail record who read or wrote a backup, with more detail.',
  },
  bucketWithoutCopy: {
    rules: ['NIST.800.53.R5-S3BucketReplicationEnabled', 'HIPAA.Security-S3BucketReplicationEnabled'],
    reason: 'The blueprint asks for no copy in another region (`backup.copyToBucketArn`). The bucket itself stands in all zones of its region.',
  },
  bucketWithoutLock: {
    rules: ['cdk-validator-cfnguard::s3_bucket_object_lock_enabled_check'],
    reason: 'Nodes claim the turn for a backup with an object of their own, and retention is the lifecycle\'s. Versions keep what is deleted or written over; a lock would also keep the stack of disposable data from being deleted.',
  },
  bucketWithoutEvents: {
    rules: ['cdk-validator-cfnguard::s3_event_notifications_enabled_check'],
    reason: 'Nothing waits for a backup to arrive: the node that wrote it has verified it, and an alarm on the age of the newest one tells when none arrives.',
  },
  volumeWithoutBackupPlan: {
    rules: ['NIST.800.53.R5-EC2EBSInBackupPlan', 'HIPAA.Security-EC2EBSInBackupPlan'],
    reason: 'Backups are the engine\'s own snapshots, checked and verified in a bucket; a snapshot of a volume under a running engine is not one. The volume itself is snapshotted when it is deleted.',
  },
  groupWithoutNotifications: {
    rules: ['AwsSolutions-AS3'],
    reason: 'The group never scales: it replaces its one instance. Alarms on the node tell when that is needed and whether it succeeded.',
  },
  groupOfOne: {
    rules: ['cdk-validator-cfnguard::autoscaling_multiple_az_check', 'cdk-validator-cfnguard::autoscaling_mixed_instances_policy_multiple_instance_types_check'],
    reason: 'The group holds one node, whose volume and address stand in one zone; the deployment spreads its nodes over the zones. maxmemory is computed for one instance type, and another would hold more or less than its replicas.',
  },
  nodeWildcards: {
    rules: ['AwsSolutions-IAM5'],
    reason: 'Describing EC2 resources, publishing metrics and opening session channels name no resource; the region, the namespace or the service limits them. Instances are limited by a tag that the role cannot set, objects by the prefix of the shard, streams by the log group, the group by its name.',
  },
  replicationWildcards: {
    rules: ['AwsSolutions-IAM5'],
    reason: 'Replication reads every object of this one bucket and writes every object of the one that it is copied to.',
  },
  toldByComposite: {
    rules: ['NIST.800.53.R5-CloudWatchAlarmAction', 'HIPAA.Security-CloudWatchAlarmAction', 'cdk-validator-cfnguard::cloudwatch_alarm_action_check'],
    reason: 'The rule sees alarms one by one. Those without an action of their own tell through the composite alarm that they are part of, so that one fault sends one message.',
  },
  disposableData: {
    rules: ['NIST.800.53.R5-ElastiCacheRedisClusterAutomaticBackup', 'HIPAA.Security-ElastiCacheRedisClusterAutomaticBackup'],
    reason: 'The blueprint declares the data disposable (`disposable: true`), so fewer than 15 days of snapshots are kept.',
  },
  unencryptedEvents: {
    rules: ['NIST.800.53.R5-SNSEncryptedKMS', 'HIPAA.Security-SNSEncryptedKMS', 'AwsSolutions-SNS2', 'cdk-validator-cfnguard::sns_encrypted_kms'],
    reason: 'ElastiCache publishes its events to no encrypted topic. They name nodes and times, never data.',
  },
  defaultSecurityGroup: {
    rules: ['NIST.800.53.R5-VPCDefaultSecurityGroupClosed', 'HIPAA.Security-VPCDefaultSecurityGroupClosed'],
    reason: 'Nothing here uses the default security group, and CloudFormation cannot close it without a function that may change security groups.',
  },
  namedZones: {
    rules: ['CloudFormation-Validate::W3010'],
    reason: 'The blueprint names its zones, so that a subnet never moves to another zone, which would replace the cache.',
  },
} as const satisfies { readonly [topic: string]: { readonly rules: readonly string[]; readonly reason: string } };

/** Acknowledges the pack rules of a topic for a construct and what is below it; as close to the resource as costs allow, since each call records a stack trace. */
export function acknowledge(construct: IConstruct, topic: keyof typeof ACKNOWLEDGED): void {
  const { rules, reason } = ACKNOWLEDGED[topic];
  Validations.of(construct).acknowledge(...rules.map((id) => ({ id, reason })));
}

/**
 * Acknowledges wildcards in the resources of a policy, which cdk-nag wants to be named one by one, as it writes them.
 * @see https://github.com/cdklabs/cdk-nag
 */
export function acknowledgeWildcards(policy: CfnManagedPolicy, topic: 'nodeWildcards' | 'replicationWildcards'): void {
  const { rules, reason } = ACKNOWLEDGED[topic];
  const { Statement } = Stack.of(policy).resolve(policy.policyDocument) as { readonly Statement: readonly { readonly Resource: unknown }[] };
  const resources = Statement.flatMap(({ Resource }) => Resource).map(written).filter((resource) => resource.includes('*'));
  const ids = rules.flatMap((rule) => [...new Set(resources)].map((resource) => `${rule}[Resource::${resource}]`));
  Validations.of(policy).acknowledge(...ids.map((id) => ({ id, reason })));
}

/** An ARN with references in angle brackets. */
function written(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = resource as { Ref?: string; 'Fn::GetAtt'?: readonly string[]; 'Fn::Join'?: readonly [string, readonly unknown[]] };
  if (join !== undefined) return join[1].map(written).join(join[0]);
  return `<${ref ?? attribute?.join('.') ?? ''}>`;
}
