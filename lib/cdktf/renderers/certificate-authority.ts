import type { Renderer } from '../context';
import { literal } from '../text';
import { SecretsmanagerSecret } from '../vendor';

/**
 * The user's own authority, or a secret without a version, which the first node that starts fills. Since no version is written here,
 * its key is never in the state, and no later run writes over it.
 */
export const renderCertificateAuthority: Renderer<'certificateAuthority'> = (node, context) => {
  const { source } = node;
  if (source.from === 'existing') return { secretArn: source.secretArn };
  const secret = new SecretsmanagerSecret(context.scopeOf(node), 'Default', {
    name: literal(source.secretName),
    description: literal(`Certificate authority of ${context.plan.id}, made by its first node`),
    kmsKeyId: context.get('encryptionKey', source.key).arn,
    recoveryWindowInDays: source.recoveryWindowDays,
    tags: context.tags,
  });
  return { secretArn: secret.arn, secret };
};
