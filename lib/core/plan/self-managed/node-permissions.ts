import type { RedisNode } from '../nodes';
import { NODE_TAG, groupNameOf, nodeTagValue } from './infrastructure';

/** One statement of an IAM policy that allows something. */
export interface PermissionStatement {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: { readonly [operator: string]: { readonly [key: string]: string | readonly string[] } };
}

/** What a node's own resources are called once a backend has made them; values may be tokens. */
export interface NodeResources {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly interfaceId: string;
  readonly volumeId: string;
  readonly keyArn: string;
  readonly secretArns: readonly string[];
  readonly authority: { readonly secretArn: string; readonly generated: boolean };
  readonly logGroupArn: string;
  /** Absent on nodes that hold no data. */
  readonly bucketArn?: string;
}

/**
 * Everything a node may do: take its own interface and volume, read its own secrets, write its own backups, metrics and logs,
 * declare itself unhealthy, and be reached through Session Manager. Nothing else, and nothing of another node.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export function nodePermissions(planId: string, node: RedisNode, own: NodeResources): readonly PermissionStatement[] {
  return [...identity(planId, node, own), ...secrets(own), scripts(planId, own), ...backups(planId, node, own), ...telemetry(node, own), health(planId, node, own), ...sessions(own)];
}

/** Attaching and detaching are authorized on both ends: the node's own interface or volume, and an instance of the same node. */
function identity(planId: string, node: RedisNode, own: NodeResources): PermissionStatement[] {
  const actions = ['ec2:AttachNetworkInterface', 'ec2:AttachVolume', 'ec2:DetachNetworkInterface', 'ec2:DetachVolume'];
  const ec2 = `arn:${own.partition}:ec2:${own.region}:${own.account}`;
  return [
    { sid: 'OwnInterfaceAndVolume', actions, resources: [`${ec2}:network-interface/${own.interfaceId}`, `${ec2}:volume/${own.volumeId}`] },
    { sid: 'OwnInstances', actions, resources: [`${ec2}:instance/*`], conditions: { StringEquals: { [`aws:ResourceTag/${NODE_TAG}`]: nodeTagValue(planId, node) } } },
    {
      // EC2 describes nothing by resource; the region is the only limit there is.
      sid: 'WhoHoldsThem',
      actions: ['ec2:DescribeInstances', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeVolumes'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': own.region } },
    },
    {
      // EC2 decrypts the volume's data key through a grant that it makes in the caller's name.
      // https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html
      sid: 'VolumeGrant',
      actions: ['kms:CreateGrant'],
      resources: [own.keyArn],
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' }, StringEquals: { 'kms:ViaService': `ec2.${own.region}.amazonaws.com` } },
    },
    through('ec2', 'VolumeKey', ['kms:Decrypt', 'kms:DescribeKey'], own),
  ];
}

function secrets(own: NodeResources): PermissionStatement[] {
  const { secretArn, generated } = own.authority;
  return [
    { sid: 'OwnSecrets', actions: ['secretsmanager:GetSecretValue'], resources: [...own.secretArns, secretArn] },
    // Whichever node starts first fills it; the request's token lets only one succeed.
    ...(generated ? [{ sid: 'FillAuthority', actions: ['secretsmanager:PutSecretValue'], resources: [secretArn] }] : []),
    through('secretsmanager', 'SecretKey', generated ? ['kms:Decrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt'], own),
  ];
}

/** What the node runs; names follow from the content, so only the folder is known here. */
function scripts(planId: string, { partition, region, account }: NodeResources): PermissionStatement {
  return { sid: 'BootScripts', actions: ['ssm:GetParameters'], resources: [`arn:${partition}:ssm:${region}:${account}:parameter/redis-blueprints/${planId}/boot/*`] };
}

/** A node writes below its own shard. It reads its shard's backups of any deployment, for a restore from one that was copied into this bucket. */
function backups(planId: string, { shard }: RedisNode, own: NodeResources): PermissionStatement[] {
  const { bucketArn } = own;
  if (bucketArn === undefined || shard === undefined) return [];
  return [
    { sid: 'WriteOwnBackups', actions: ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'], resources: [`${bucketArn}/${planId}/${shard}/*`] },
    { sid: 'ReadOwnShard', actions: ['s3:GetObject'], resources: [`${bucketArn}/*/${shard}/*`] },
    { sid: 'ListOwnBackups', actions: ['s3:ListBucket'], resources: [bucketArn], conditions: { StringLike: { 's3:prefix': `${planId}/${shard}/*` } } },
    through('s3', 'BackupKey', ['kms:Decrypt', 'kms:GenerateDataKey'], own),
  ];
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html */
function telemetry({ metricNamespace }: RedisNode, own: NodeResources): PermissionStatement[] {
  return [
    { sid: 'OwnMetrics', actions: ['cloudwatch:PutMetricData'], resources: ['*'], conditions: { StringEquals: { 'cloudwatch:namespace': metricNamespace } } },
    { sid: 'OwnLogs', actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], resources: [own.logGroupArn] },
  ];
}

/** The id in a group's ARN is made at deployment; its name is the node's own. */
function health(planId: string, node: RedisNode, { partition, region, account }: NodeResources): PermissionStatement {
  return {
    sid: 'OwnHealth',
    actions: ['autoscaling:SetInstanceHealth'],
    resources: [`arn:${partition}:autoscaling:${region}:${account}:autoScalingGroup:*:autoScalingGroupName/${groupNameOf(planId, node)}`],
  };
}

/**
 * The least that Session Manager works with, in place of a managed policy that also reads every parameter of the account.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 */
function sessions({ partition, region, account }: NodeResources): PermissionStatement[] {
  return [
    { sid: 'SessionManager', actions: ['ssm:UpdateInstanceInformation'], resources: [`arn:${partition}:ec2:${region}:${account}:instance/*`] },
    {
      // Channels have no resource to name.
      sid: 'SessionChannels',
      actions: ['ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel'],
      resources: ['*'],
    },
  ];
}

/** Use of the key through one service only, so that the role cannot decrypt anything by itself. */
function through(service: 'ec2' | 's3' | 'secretsmanager', sid: string, actions: readonly string[], { keyArn, region }: NodeResources): PermissionStatement {
  return { sid, actions, resources: [keyArn], conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } } };
}
