import { KEY_GRANTS, LOG_GROUP_ENCRYPTION_CONTEXT } from '../../core/catalog';
import type { EncryptionKey, KeyUser } from '../../core/plan/nodes';
import { nodesOfKind } from '../../core/plan/plan';
import type { RenderContext, Renderer } from '../context';
import { literal } from '../text';
import { KmsAlias, KmsKey } from '../vendor';

/** Customer managed key with rotation and a policy that lets in the account and exactly the services that need it. */
export const renderEncryptionKey: Renderer<'encryptionKey'> = (node, context) => {
  const { source } = node;
  if (source.from === 'existing') return { arn: source.arn };
  const scope = context.scopeOf(node);
  const key = new KmsKey(scope, 'Default', {
    description: literal(source.description),
    enableKeyRotation: source.rotation,
    deletionWindowInDays: source.deletionWindowDays,
    policy: JSON.stringify({ Version: '2012-10-17', Statement: [accountStatement(context), ...source.usedBy.map((user) => STATEMENTS[user](node, context))] }),
    tags: context.tags,
    // Snapshots cannot be read without the key: a plan that would destroy it must fail.
    lifecycle: { preventDestroy: source.retain },
  });
  new KmsAlias(scope, 'alias', { name: literal(source.alias), targetKeyId: key.keyId });
  return { arn: key.arn, key };
};

function accountStatement({ account }: RenderContext): object {
  return {
    Sid: 'Account',
    Effect: 'Allow',
    Principal: { AWS: `arn:${account.partition}:iam::${account.accountId}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
}

const STATEMENTS: { readonly [U in KeyUser]: (node: EncryptionKey, context: RenderContext) => object } = {
  'cloudwatch-alarms': (_node, { account }) => ({
    Sid: 'Alarms',
    Effect: 'Allow',
    Principal: { Service: KEY_GRANTS.alarmsToTopic.principal() },
    Action: KEY_GRANTS.alarmsToTopic.actions,
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceAccount': account.accountId } },
  }),
  'cloudwatch-logs': (node, { account, plan }) => ({
    Sid: 'Logs',
    Effect: 'Allow',
    Principal: { Service: KEY_GRANTS.logGroup.principal(account.region) },
    Action: KEY_GRANTS.logGroup.actions,
    Resource: '*',
    Condition: {
      ArnEquals: {
        [LOG_GROUP_ENCRYPTION_CONTEXT]: nodesOfKind(plan, 'logGroup')
          .filter((group) => group.key === node.id)
          .map((group) => `arn:${account.partition}:logs:${account.region}:${account.accountId}:log-group:${literal(group.name)}`),
      },
    },
  }),
};
