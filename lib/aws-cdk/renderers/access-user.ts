import { SecretValue } from 'aws-cdk-lib';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { AccessUser } from '../../core/plan/nodes';
import { acknowledge } from '../acknowledgements';
import { MAIN, nodeScope } from '../node-scope';
import { readableSecret } from '../readable-secret';
import type { RenderContext, Renderer } from '../render-context';

/** The service's words for how a user proves who it is. */
const AUTHENTICATION_TYPES = { iam: 'iam', none: 'no-password-required', password: 'password' } as const;

/**
 * One user; its password, where it has one, is generated in Secrets Manager and only referred to. The plan's recovery window has no
 * place here: CloudFormation offers no property for it.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-user.html
 */
export const renderAccessUser: Renderer<'accessUser'> = (node, context) => {
  const scope = nodeScope(node, context);
  const secret = renderSecret(node, scope, context);
  const resource = new elasticache.CfnUser(scope, MAIN, {
    engine: node.engine,
    userId: node.userId,
    userName: node.userName,
    accessString: node.accessString,
    authenticationMode: {
      Type: AUTHENTICATION_TYPES[node.authentication.method],
      ...(secret === undefined ? {} : { Passwords: [SecretValue.secretsManager(secret.arn, { jsonField: 'password' }).unsafeUnwrap()] }),
    },
  });
  return { resource, userId: resource.ref, arn: resource.attrArn, ...(secret === undefined ? {} : { secret: secret.secret }) };
};

function renderSecret(node: AccessUser, scope: Construct, context: RenderContext): { arn: string; secret: secretsmanager.ISecret } | undefined {
  if (node.authentication.method !== 'password') return undefined;
  const { secretName, passwordLength, excludeCharacters, key } = node.authentication;
  const encryptionKey = context.rendered('encryptionKey', key);
  const resource = new secretsmanager.CfnSecret(scope, 'Secret', {
    name: secretName,
    description: `Name and password of ${node.userName} on ${context.plan.id}`,
    kmsKeyId: encryptionKey.arn,
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ username: node.userName }),
      generateStringKey: 'password',
      passwordLength,
      excludeCharacters,
    },
  });
  acknowledge(resource, 'secretWithoutRotation');
  return { arn: resource.ref, secret: readableSecret(scope, resource.ref, encryptionKey.arn, context) };
}
