import { DELETED_BACKUP_DAYS, UNFINISHED_UPLOAD_DAYS } from '../../core/plan/self-managed/infrastructure';
import type { Renderer } from '../context';
import { literal } from '../text';
import {
  S3Bucket,
  S3BucketLifecycleConfiguration,
  S3BucketOwnershipControls,
  S3BucketPolicy,
  S3BucketPublicAccessBlock,
  S3BucketServerSideEncryptionConfigurationA,
  S3BucketVersioningA,
} from '../vendor';
import { renderReplication } from './bucket-replication';

/** Characters that the provider takes of a prefix: it adds 26 of its own to a name of at most 63. */
const PREFIX_LENGTH = 37;
const SUFFIX = '-backups-';

/**
 * The bucket for backups. Its name is made at deployment, so that a kept bucket never blocks the next deployment.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket
 */
export const renderBackupBucket: Renderer<'backupBucket'> = (node, context) => {
  const scope = context.scopeOf(node);
  const keyArn = context.get('encryptionKey', node.key).arn;
  const bucket = new S3Bucket(scope, 'Default', {
    bucketPrefix: literal(`${context.plan.id.slice(0, PREFIX_LENGTH - SUFFIX.length)}${SUFFIX}`),
    forceDestroy: !node.retain,
    tags: context.tags,
    lifecycle: { preventDestroy: node.retain },
  });
  const of = { bucket: bucket.id };
  const versioning = new S3BucketVersioningA(scope, 'versioning', { ...of, versioningConfiguration: { status: 'Enabled' } });
  new S3BucketServerSideEncryptionConfigurationA(scope, 'encryption', {
    ...of,
    rule: [{ bucketKeyEnabled: true, applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn } }],
  });
  new S3BucketOwnershipControls(scope, 'ownership', { ...of, rule: { objectOwnership: 'BucketOwnerEnforced' } });
  const closed = new S3BucketPublicAccessBlock(scope, 'public-access', { ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true });
  // S3 refuses two changes of a bucket's access at once.
  new S3BucketPolicy(scope, 'policy', { ...of, policy: bucketPolicy(bucket.arn, keyArn), dependsOn: [closed] });
  new S3BucketLifecycleConfiguration(scope, 'retention', {
    ...of,
    rule: [
      { id: 'retention', status: 'Enabled', filter: [{ prefix: '' }], expiration: [{ days: node.retentionDays }], noncurrentVersionExpiration: [{ noncurrentDays: DELETED_BACKUP_DAYS }] },
      { id: 'leftovers', status: 'Enabled', filter: [{ prefix: '' }], expiration: [{ expiredObjectDeleteMarker: true }], abortIncompleteMultipartUpload: [{ daysAfterInitiation: UNFINISHED_UPLOAD_DAYS }] },
    ],
    // What old versions are is known only once there are versions.
    dependsOn: [versioning],
  });
  const { copyToBucketArn: toBucketArn, copyKeyArn: toKeyArn } = node;
  if (toBucketArn !== undefined) renderReplication(scope, { bucket, versioning, keyArn, toBucketArn, toKeyArn }, context);
  return { bucket };
};

/**
 * Nothing without TLS, and nothing under another key. A request that names no encryption gets the bucket's own; parts of an upload name
 * none either, so that only a wrong one is refused.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
function bucketPolicy(bucketArn: string, keyArn: string): string {
  const refuse = (sid: string, action: string, resource: string | string[], condition: object): object => ({ Sid: sid, Effect: 'Deny', Principal: '*', Action: action, Resource: resource, Condition: condition });
  const objects = `${bucketArn}/*`;
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      refuse('OnlyTls', 's3:*', [bucketArn, objects], { Bool: { 'aws:SecureTransport': 'false' } }),
      refuse('OnlyKms', 's3:PutObject', objects, {
        Null: { 's3:x-amz-server-side-encryption': 'false' },
        StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
      }),
      refuse('OnlyThisKey', 's3:PutObject', objects, {
        Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
        StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn },
      }),
      // A key that the request brings along has a header of its own, which the two before do not see.
      refuse('NoKeyOfTheRequest', 's3:PutObject', objects, { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } }),
    ],
  });
}
