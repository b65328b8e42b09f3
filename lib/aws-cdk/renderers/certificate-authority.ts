import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { acknowledge } from '../acknowledgements';
import { MAIN, nodeScope } from '../node-scope';
import type { Renderer } from '../render-context';

/**
 * The user's own authority, or a secret without a value, which the first node that starts fills. Since the template states no value, no
 * later deployment writes over it.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
 */
export const renderCertificateAuthority: Renderer<'certificateAuthority'> = (node, context) => {
  if (node.source.from === 'existing') return { secretArn: node.source.secretArn };
  const resource = new secretsmanager.CfnSecret(nodeScope(node, context), MAIN, {
    name: node.source.secretName,
    description: `Certificate authority of ${context.plan.id}, made by its first node`,
    kmsKeyId: context.rendered('encryptionKey', node.source.key).arn,
  });
  acknowledge(resource, 'authorityWithoutRotation');
  return { resource, secretArn: resource.ref };
};
