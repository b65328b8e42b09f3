import type {
  AppautoscalingPolicy,
  AppautoscalingTarget,
  CloudwatchCompositeAlarm,
  CloudwatchDashboard,
  CloudwatchLogGroup,
  CloudwatchMetricAlarm,
  ElasticacheParameterGroup,
  ElasticacheReplicationGroup,
  ElasticacheSubnetGroup,
  ElasticacheUser,
  ElasticacheUserGroup,
  KmsKey,
  SecretsmanagerSecret,
  SecurityGroup,
  SnsTopic,
  SnsTopicPolicy,
  Subnet,
  TerraformOutput,
  Vpc,
} from './vendor';

/** What each kind of node becomes: what other nodes refer to, and the resources themselves for those who need to reach them. */
export interface RenderedByKind {
  readonly network: { readonly vpcId: string; readonly subnetIds: readonly string[]; readonly vpc?: Vpc; readonly subnets: readonly Subnet[] };
  readonly firewall: { readonly securityGroup: SecurityGroup; allowFrom(source: IngressSource): void };
  readonly subnetGroup: { readonly subnetGroup: ElasticacheSubnetGroup };
  readonly encryptionKey: { readonly arn: string; readonly key?: KmsKey };
  readonly parameterGroup: { readonly name: string; readonly parameterGroup?: ElasticacheParameterGroup };
  readonly logGroup: { readonly logGroup: CloudwatchLogGroup };
  readonly accessUser: { readonly user: ElasticacheUser; readonly secret?: SecretsmanagerSecret };
  readonly accessGroup: { readonly groupId: string; readonly userGroup?: ElasticacheUserGroup };
  readonly managedCache: { readonly replicationGroup: ElasticacheReplicationGroup };
  readonly cacheScaling: { readonly target: AppautoscalingTarget; readonly policy: AppautoscalingPolicy };
  readonly notificationTopic: { readonly arns: readonly string[]; readonly topic?: SnsTopic; readonly policy?: SnsTopicPolicy };
  readonly alarm: { readonly alarm: CloudwatchMetricAlarm };
  readonly compositeAlarm: { readonly alarm: CloudwatchCompositeAlarm };
  readonly dashboard: { readonly dashboard: CloudwatchDashboard };
  readonly output: { readonly output: TerraformOutput };
  readonly privateZone: object;
  readonly nodeFirewall: object;
  readonly generatedSecret: object;
  readonly certificateAuthority: object;
  readonly backupBucket: object;
  readonly redisNode: object;
}

/** Who is let in: the members of a security group, or an IPv4 block. */
export type IngressSource = { readonly securityGroupId: string } | { readonly cidr: string };
