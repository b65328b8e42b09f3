import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { acknowledge } from '../acknowledgements';
import { MAIN, nodeScope } from '../node-scope';
import { readableSecret } from '../readable-secret';
import type { Renderer } from '../render-context';

/**
 * A generated password of one ACL user. Without punctuation: it stands bare in lines of configuration files. The plan's recovery
 * window has no place here: CloudFormation offers no property for it.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
 */
export const renderGeneratedSecret: Renderer<'generatedSecret'> = (node, context) => {
  const scope = nodeScope(node, context);
  const key = context.rendered('encryptionKey', node.key);
  const resource = new secretsmanager.CfnSecret(scope, MAIN, {
    name: node.secretName,
    description: `Name and password of ${node.user} on ${context.plan.id}`,
    kmsKeyId: key.arn,
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ username: node.user }),
      generateStringKey: 'password',
      passwordLength: node.passwordLength,
      excludePunctuation: true,
    },
  });
  acknowledge(resource, 'nodeSecretWithoutRotation');
  return { resource, arn: resource.ref, secret: readableSecret(scope, resource.ref, key.arn, context) };
};
