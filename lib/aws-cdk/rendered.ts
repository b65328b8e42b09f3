import type * as applicationautoscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elasticache from 'aws-cdk-lib/aws-elasticache';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as ssm from 'aws-cdk-lib/aws-ssm';
import type { CfnOutput } from 'aws-cdk-lib';
import type { PlanNode } from '../core/plan/nodes';

export interface RenderedNetwork {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  /** Absent when the network exists already. */
  readonly vpc?: ec2.CfnVPC;
}

export interface RenderedFirewall {
  readonly resource: ec2.CfnSecurityGroup;
  /** The same security group as CDK users know it, for `connections`. */
  readonly securityGroup: ec2.ISecurityGroup;
}

export interface RenderedSubnetGroup {
  readonly name: string;
  readonly resource: elasticache.CfnSubnetGroup;
}

export interface RenderedKey {
  readonly arn: string;
  readonly key: kms.IKey;
  /** Absent when the key exists already. */
  readonly resource?: kms.CfnKey;
}

export interface RenderedParameterGroup {
  readonly name: string;
  /** Absent when the group exists already. */
  readonly resource?: elasticache.CfnParameterGroup;
}

export interface RenderedLogGroup {
  readonly name: string;
  readonly arn: string;
  readonly resource: logs.CfnLogGroup;
}

export interface RenderedUser {
  readonly userId: string;
  readonly arn: string;
  readonly resource: elasticache.CfnUser;
  /** Holds `username` and `password`; absent for users without a password. */
  readonly secret?: secretsmanager.ISecret;
}

export interface RenderedAccessGroup {
  readonly groupId: string;
  /** Absent when the group exists already. */
  readonly resource?: elasticache.CfnUserGroup;
}

export interface RenderedCache {
  readonly resource: elasticache.CfnReplicationGroup;
  readonly id: string;
  readonly arn: string;
  readonly port: number;
  /** Absent for sharded caches. */
  readonly primaryEndpoint?: string;
  /** Absent for sharded caches. */
  readonly readerEndpoint?: string;
  /** Absent for replicated caches. */
  readonly configurationEndpoint?: string;
}

export interface RenderedScaling {
  readonly target: applicationautoscaling.CfnScalableTarget;
  readonly policy: applicationautoscaling.CfnScalingPolicy;
}

export interface RenderedTopic {
  /** Where alarms go. */
  readonly arns: readonly string[];
  /** The one topic that the service's own events go to. */
  readonly eventsArn: string;
  /** Absent when the topics exist already. */
  readonly resource?: sns.CfnTopic;
  /** Absent when the topics exist already. */
  readonly policy?: sns.CfnTopicPolicy;
}

export interface RenderedAlarm {
  readonly name: string;
  readonly arn: string;
  readonly resource: cloudwatch.CfnAlarm;
}

export interface RenderedCompositeAlarm {
  readonly name: string;
  readonly arn: string;
  readonly resource: cloudwatch.CfnCompositeAlarm;
}

export interface RenderedZone {
  readonly id: string;
  readonly resource: route53.CfnHostedZone;
}

export interface RenderedSecret {
  readonly arn: string;
  readonly resource: secretsmanager.CfnSecret;
  /** Holds `username` and `password`. */
  readonly secret: secretsmanager.ISecret;
}

export interface RenderedAuthority {
  readonly secretArn: string;
  /** Absent when the authority is the user's own. */
  readonly resource?: secretsmanager.CfnSecret;
}

export interface RenderedBucket {
  readonly name: string;
  readonly arn: string;
  readonly resource: s3.CfnBucket;
}

export interface RenderedScripts {
  readonly parameters: readonly ssm.CfnParameter[];
}

export interface RenderedNode {
  readonly networkInterface: ec2.CfnNetworkInterface;
  readonly volume: ec2.CfnVolume;
  readonly record: route53.CfnRecordSet;
  readonly role: iam.CfnRole;
  readonly launchTemplate: ec2.CfnLaunchTemplate;
  readonly group: autoscaling.CfnAutoScalingGroup;
}

/** What each kind of plan node becomes. A kind that is missing here does not compile. */
export interface RenderedByKind extends Record<PlanNode['kind'], object> {
  readonly network: RenderedNetwork;
  readonly firewall: RenderedFirewall;
  readonly subnetGroup: RenderedSubnetGroup;
  readonly encryptionKey: RenderedKey;
  readonly parameterGroup: RenderedParameterGroup;
  readonly logGroup: RenderedLogGroup;
  readonly accessUser: RenderedUser;
  readonly accessGroup: RenderedAccessGroup;
  readonly managedCache: RenderedCache;
  readonly cacheScaling: RenderedScaling;
  readonly notificationTopic: RenderedTopic;
  readonly alarm: RenderedAlarm;
  readonly compositeAlarm: RenderedCompositeAlarm;
  readonly dashboard: cloudwatch.CfnDashboard;
  readonly output: CfnOutput;
  readonly privateZone: RenderedZone;
  readonly nodeFirewall: RenderedFirewall;
  readonly generatedSecret: RenderedSecret;
  readonly certificateAuthority: RenderedAuthority;
  readonly backupBucket: RenderedBucket;
  readonly bootScripts: RenderedScripts;
  readonly redisNode: RenderedNode;
}
