import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { DELETED_BACKUP_DAYS, UNFINISHED_UPLOAD_DAYS } from '../../core/plan/self-managed/infrastructure';
import { acknowledge } from '../acknowledgements';
import { MAIN, nodeScope, retainIf } from '../node-scope';
import type { Renderer } from '../render-context';
import { renderReplication } from './bucket-replication';

/**
 * The bucket for backups. CloudFormation names it, so that a kept bucket never blocks the next deployment; it deletes a disposable one
 * only when it is empty, since it offers no property that empties it.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html
 */
export const renderBackupBucket: Renderer<'backupBucket'> = (node, context) => {
  const scope = nodeScope(node, context);
  const keyArn = context.rendered('encryptionKey', node.key).arn;
  const replication = renderReplication(node, scope, context);
  const resource = new s3.CfnBucket(scope, MAIN, {
    bucketEncryption: { serverSideEncryptionConfiguration: [{ bucketKeyEnabled: true, serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn } }] },
    versioningConfiguration: { status: 'Enabled' },
    publicAccessBlockConfiguration: { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
    lifecycleConfiguration: {
      rules: [
        { id: 'retention', status: 'Enabled', expirationInDays: node.retentionDays, noncurrentVersionExpiration: { noncurrentDays: DELETED_BACKUP_DAYS } },
        { id: 'leftovers', status: 'Enabled', expiredObjectDeleteMarker: true, abortIncompleteMultipartUpload: { daysAfterInitiation: UNFINISHED_UPLOAD_DAYS } },
      ],
    },
    ...(replication === undefined ? {} : { replicationConfiguration: replication.configuration }),
  });
  retainIf(resource, node.retain);
  replication?.allowFrom(resource);
  acknowledge(resource, 'bucketWithoutAccessLog');
  acknowledge(resource, 'bucketWithoutLock');
  acknowledge(resource, 'bucketWithoutEvents');
  if (replication === undefined) acknowledge(resource, 'bucketWithoutCopy');
  const policy = new s3.CfnBucketPolicy(scope, 'Policy', { bucket: resource.ref, policyDocument: bucketPolicy(resource.attrArn, keyArn) });
  // A bucket that stays keeps its policy.
  retainIf(policy, node.retain);
  return { resource, name: resource.ref, arn: resource.attrArn };
};

/**
 * Nothing without TLS, and nothing under another key. A request that names no encryption gets the bucket's own; parts of an upload name
 * none either, so that only a wrong one is refused.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
function bucketPolicy(bucketArn: string, keyArn: string): iam.PolicyDocument {
  return new iam.PolicyDocument({
    statements: [
      refuse('OnlyTls', ['s3:*'], [bucketArn, `${bucketArn}/*`], { Bool: { 'aws:SecureTransport': 'false' } }),
      refuse('OnlyKms', ['s3:PutObject'], [`${bucketArn}/*`], {
        Null: { 's3:x-amz-server-side-encryption': 'false' },
        StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
      }),
      refuse('OnlyThisKey', ['s3:PutObject'], [`${bucketArn}/*`], {
        Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
        StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn },
      }),
      // A key that the request brings along has a header of its own, which the two before do not see.
      refuse('NoKeyOfTheRequest', ['s3:PutObject'], [`${bucketArn}/*`], { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } }),
    ],
  });
}

function refuse(sid: string, actions: string[], resources: string[], conditions: iam.Conditions): iam.PolicyStatement {
  return new iam.PolicyStatement({ sid, effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions, resources, conditions });
}
