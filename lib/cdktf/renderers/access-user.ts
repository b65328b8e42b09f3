import type { Construct } from 'constructs';
import type { AccessUser } from '../../core/plan/nodes';
import type { RenderContext, Renderer } from '../context';
import { deliverPassword } from '../secret-delivery';
import { literal } from '../text';
import type { ElasticacheUserConfig } from '../vendor';
import { ElasticacheUser, SecretsmanagerSecret } from '../vendor';

/** One user of the cache, and the secret that holds its password. */
export const renderAccessUser: Renderer<'accessUser'> = (node, context) => {
  const scope = context.scopeOf(node);
  const { credentials, secret } = credentialsOf(scope, node, context);
  const user = new ElasticacheUser(scope, 'Default', {
    userId: literal(node.userId),
    userName: literal(node.userName),
    engine: node.engine,
    accessString: literal(node.accessString),
    ...credentials,
    tags: context.tags,
    // Reverses the order of removal: the group lets the user go first, and only then is the user deleted. Deleting it
    // while the group is being modified fails.
    lifecycle: { createBeforeDestroy: true },
  });
  return { user, secret };
};

type Credentials = Partial<ElasticacheUserConfig>;

function credentialsOf(scope: Construct, node: AccessUser, context: RenderContext): { credentials: Credentials; secret?: SecretsmanagerSecret } {
  const { authentication } = node;
  switch (authentication.method) {
    case 'iam':
      return { credentials: { authenticationMode: { type: 'iam' } } };
    case 'none':
      // Not `authentication_mode`: the service calls the mode `no-password` when read, which would be a difference in every plan.
      return { credentials: { noPasswordRequired: true } };
    case 'password': {
      const secret = new SecretsmanagerSecret(scope, 'secret', {
        name: literal(authentication.secretName),
        description: literal(`Name and password of ${node.userName} on ${context.plan.id}`),
        kmsKeyId: context.get('encryptionKey', authentication.key).arn,
        recoveryWindowInDays: authentication.recoveryWindowDays,
        tags: context.tags,
      });
      return { credentials: deliverPassword(scope, secret, node, authentication), secret };
    }
  }
}
