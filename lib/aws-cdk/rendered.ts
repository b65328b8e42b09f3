import type * as applicationautoscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elasticache from 'aws-cdk-lib/aws-elasticache';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as sns from 'aws-cdk-lib/aws-sns';
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
}
