import { Validations } from 'aws-cdk-lib';
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
