import type { Construct } from 'constructs';
import type { AwsAccount } from '../account';
import type { RenderContext } from '../context';
import { DataAwsS3Bucket, IamRole, IamRolePolicy, S3BucketReplicationConfigurationA } from '../vendor';
import type { S3Bucket, S3BucketVersioningA } from '../vendor';

/** What is copied, and where to. */
interface Copy {
  readonly bucket: S3Bucket;
  readonly versioning: S3BucketVersioningA;
  readonly keyArn: string;
  readonly toBucketArn: string;
  /** Absent when the copy's account and this one are the same, and its own key for S3 will do. */
  readonly toKeyArn?: string;
}

/**
 * Copies every backup to a bucket in another region. Deletions are not copied, so that the copy outlives mistakes and intruders here.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
export function renderReplication(scope: Construct, { bucket, versioning, keyArn, toBucketArn, toKeyArn }: Copy, { account, tags }: RenderContext): void {
  const key = toKeyArn === undefined ? accountKey(scope, toBucketArn, account) : statedKey(toKeyArn);
  const role = new IamRole(scope, 'copy-role', {
    assumeRolePolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': account.accountId }, ArnLike: { 'aws:SourceArn': bucket.arn } },
        },
      ],
    }),
    tags,
  });
  const allow = (sid: string, action: string[], resource: string, condition?: object): object => ({ Sid: sid, Effect: 'Allow', Action: action, Resource: resource, ...(condition === undefined ? {} : { Condition: condition }) });
  const permission = new IamRolePolicy(scope, 'copy-permission', {
    role: role.id,
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        allow('FindVersions', ['s3:GetReplicationConfiguration', 's3:ListBucket'], bucket.arn),
        allow('ReadVersions', ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'], `${bucket.arn}/*`),
        allow('WriteCopies', ['s3:ReplicateObject', 's3:ReplicateTags'], `${toBucketArn}/*`),
        allow('ReadKey', ['kms:Decrypt'], keyArn, { StringEquals: { 'kms:ViaService': `s3.${account.region}.amazonaws.com` } }),
        allow('CopyKey', ['kms:Encrypt', 'kms:GenerateDataKey'], key.resource, key.condition),
      ],
    }),
  });
  new S3BucketReplicationConfigurationA(scope, 'replication', {
    bucket: bucket.id,
    role: role.arn,
    rule: [
      {
        id: 'backups',
        status: 'Enabled',
        filter: { prefix: '' },
        deleteMarkerReplication: { status: 'Disabled' },
        sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
        destination: { bucket: toBucketArn, encryptionConfiguration: { replicaKmsKeyId: key.id } },
      },
    ],
    // Only a bucket with versions can be copied.
    dependsOn: [versioning, permission],
  });
}

/** The key of copies: how S3 is told, what the role may use, and under which condition. */
interface CopyKey {
  readonly id: string;
  readonly resource: string;
  readonly condition: object;
}

/** The region of the copy is its key's own; the service is the limit. */
function statedKey(arn: string): CopyKey {
  return { id: arn, resource: arn, condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } } };
}

/** The key that an account has for S3 in every region: this deployment's cannot be used in another one. The ARN of a bucket does not tell its region. */
function accountKey(scope: Construct, bucketArn: string, { partition, accountId }: AwsAccount): CopyKey {
  const { bucketRegion } = new DataAwsS3Bucket(scope, 'copy', { bucket: bucketArn.replace(/^arn:[^:]*:s3:::/, '') });
  const keys = `arn:${partition}:kms:${bucketRegion}:${accountId}`;
  return {
    id: `${keys}:alias/aws/s3`,
    resource: `${keys}:key/*`,
    condition: { StringEquals: { 'kms:ViaService': `s3.${bucketRegion}.amazonaws.com` }, 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/aws/s3' } },
  };
}
