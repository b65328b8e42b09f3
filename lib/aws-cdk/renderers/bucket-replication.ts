import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { BackupBucket } from '../../core/plan/nodes';
import { acknowledgeWildcards } from '../acknowledgements';
import type { RenderContext } from '../render-context';

interface Replication {
  readonly configuration: s3.CfnBucket.ReplicationConfigurationProperty;
  /** Lets the role read the bucket, once there is one: the bucket itself refers to the role. */
  allowFrom(bucket: s3.CfnBucket): void;
}

/**
 * Replication of every backup to the bucket in another region; deletions are not replicated, so that a copy outlives a mistake.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
export function renderReplication(node: BackupBucket, scope: Construct, context: RenderContext): Replication | undefined {
  const { copyToBucketArn, copyKeyArn } = node;
  if (copyToBucketArn === undefined) return undefined;
  if (copyKeyArn === undefined) throw new Error(`plan ${context.plan.id} names no key for copies, which the construct should have reported`);
  const copy = { bucketArn: copyToBucketArn, keyArn: copyKeyArn };
  const { stack } = context;
  const role = new iam.CfnRole(scope, 'ReplicationRole', {
    assumeRolePolicyDocument: new iam.PolicyDocument({
      statements: [
        new iam.PolicyStatement({
          actions: ['sts:AssumeRole'],
          principals: [new iam.ServicePrincipal('s3.amazonaws.com')],
          conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
        }),
      ],
    }),
  });
  return {
    configuration: {
      role: role.attrArn,
      rules: [
        {
          id: 'copy',
          status: 'Enabled',
          priority: 1,
          filter: { prefix: '' },
          deleteMarkerReplication: { status: 'Disabled' },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
          destination: { bucket: copy.bucketArn, encryptionConfiguration: { replicaKmsKeyId: copy.keyArn } },
        },
      ],
    },
    allowFrom: (bucket) => {
      const keyArn = context.rendered('encryptionKey', node.key).arn;
      const policy = new iam.CfnManagedPolicy(scope, 'ReplicationPolicy', { roles: [role.ref], policyDocument: replicationPolicy(bucket.attrArn, keyArn, copy, stack.region) });
      acknowledgeWildcards(policy, 'replicationWildcards');
    },
  };
}

function replicationPolicy(bucketArn: string, keyArn: string, copy: { readonly bucketArn: string; readonly keyArn: string }, region: string): iam.PolicyDocument {
  const allow = (sid: string, actions: string[], resources: string[], conditions: iam.Conditions = {}): iam.PolicyStatement =>
    new iam.PolicyStatement({ sid, actions, resources, conditions });
  return new iam.PolicyDocument({
    statements: [
      allow('Source', ['s3:GetReplicationConfiguration', 's3:ListBucket'], [bucketArn]),
      allow('Backups', ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'], [`${bucketArn}/*`]),
      allow('Copies', ['s3:ReplicateObject', 's3:ReplicateTags'], [`${copy.bucketArn}/*`]),
      allow('SourceKey', ['kms:Decrypt'], [keyArn], { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } }),
      // The region of the copy is the key's own; the service is the limit.
      allow('CopyKey', ['kms:Encrypt', 'kms:GenerateDataKey'], [copy.keyArn], { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } }),
    ],
  });
}
