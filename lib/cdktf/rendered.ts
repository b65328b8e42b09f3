import type {
  AppautoscalingPolicy,
  AppautoscalingTarget,
  AutoscalingGroup,
  CloudwatchCompositeAlarm,
  CloudwatchDashboard,
  CloudwatchLogGroup,
  CloudwatchMetricAlarm,
  EbsVolume,
  ElasticacheParameterGroup,
  ElasticacheReplicationGroup,
  ElasticacheSubnetGroup,
  ElasticacheUser,
  ElasticacheUserGroup,
  IamInstanceProfile,
  IamRole,
  KmsKey,
  LaunchTemplate,
  NetworkInterface,
  Route53Record,
  Route53Zone,
  S3Bucket,
  SecretsmanagerSecret,
  SecretsmanagerSecretVersion,
  SecurityGroup,
  SnsTopic,
  SnsTopicPolicy,
  SsmParameter,
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
  readonly privateZone: { readonly zone: Route53Zone };
  readonly nodeFirewall: { readonly securityGroup: SecurityGroup; allowFrom(source: IngressSource): void };
  readonly generatedSecret: { readonly secret: SecretsmanagerSecret; readonly version: SecretsmanagerSecretVersion };
  readonly certificateAuthority: { readonly secretArn: string; readonly secret?: SecretsmanagerSecret };
  readonly backupBucket: { readonly bucket: S3Bucket };
  readonly bootScripts: { readonly parameters: readonly SsmParameter[] };
  readonly redisNode: RenderedRedisNode;
}

/** What a node is made of: the interface, the volume and the name outlive every instance that the group starts. */
export interface RenderedRedisNode {
  readonly networkInterface: NetworkInterface;
  readonly volume: EbsVolume;
  readonly record: Route53Record;
  readonly role: IamRole;
  readonly profile: IamInstanceProfile;
  readonly template: LaunchTemplate;
  readonly group: AutoscalingGroup;
}

/** Who is let in: the members of a security group, or an IPv4 block. */
export type IngressSource = { readonly securityGroupId: string } | { readonly cidr: string };
