import type { Renderer } from '../context';
import { generatePassword } from '../secret-delivery';
import { literal } from '../text';
import { SecretsmanagerSecret } from '../vendor';

/** A generated password of one ACL user. Without punctuation: it stands bare in lines of configuration files. */
export const renderGeneratedSecret: Renderer<'generatedSecret'> = (node, context) => {
  const scope = context.scopeOf(node);
  const secret = new SecretsmanagerSecret(scope, 'Default', {
    name: literal(node.secretName),
    description: literal(`Name and password of ${node.user} on ${context.plan.id}`),
    kmsKeyId: context.get('encryptionKey', node.key).arn,
    recoveryWindowInDays: node.recoveryWindowDays,
    tags: context.tags,
  });
  return { secret, version: generatePassword(scope, secret, literal(node.user), { passwordLength: node.passwordLength, excludePunctuation: true }) };
};
