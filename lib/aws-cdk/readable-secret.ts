import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { RenderContext } from './render-context';

/**
 * A secret as CDK users know it. Reading it includes decrypting it, granted to the reader and only through Secrets Manager: the CDK would
 * grant that in the policy of the key, which for a key from elsewhere it cannot change, and then leaves out in silence.
 */
export function readableSecret(scope: Construct, arn: string, keyArn: string, { stack }: RenderContext): secretsmanager.ISecret {
  const secret = secretsmanager.Secret.fromSecretCompleteArn(scope, 'SecretImport', arn);
  const grantRead = secret.grantRead.bind(secret);
  secret.grantRead = (grantee, versionStages) => {
    const decrypt = iam.Grant.addToPrincipal({
      grantee,
      actions: ['kms:Decrypt'],
      resourceArns: [keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${stack.region}.amazonaws.com` } },
    });
    return grantRead(grantee, versionStages).combine(decrypt);
  };
  return secret;
}
