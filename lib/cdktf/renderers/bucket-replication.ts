import type { Construct } from 'constructs';
import type { RenderContext } from '../context';
import { IamRole, IamRolePolicy, S3BucketReplicationConfigurationA } from '../vendor';
import type { S3Bucket, S3BucketVersioningA } from '../vendor';

/** What is copied, and where to. */
interface Copy {
  readonly bucket: S3Bucket;
  readonly versioning: S3BucketVersioningA;
  readonly keyArn: string;
  readonly toBucketArn: string;
  readonly toKeyArn: string;
}

/**
 * Copies every backup to a bucket in another region. Deletions are not copied, so that the copy outlives mistakes and intruders here.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
export function renderReplication(scope: Construct, { bucket, versioning, keyArn, toBucketArn, toKeyArn }: Copy, { account, tags }: RenderContext): void {
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
        // The region of the copy is its key's own; the service is the limit.
        allow('CopyKey', ['kms:Encrypt', 'kms:GenerateDataKey'], toKeyArn, { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } }),
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
        destination: { bucket: toBucketArn, encryptionConfiguration: { replicaKmsKeyId: toKeyArn } },
      },
    ],
    // Only a bucket with versions can be copied.
    dependsOn: [versioning, permission],
  });
}
