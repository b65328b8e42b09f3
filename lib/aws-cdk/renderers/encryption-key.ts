import { CfnDeletionPolicy } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { nodesOfKind } from '../../core/plan/plan';
import { MAIN, nodeScope, retainIf } from '../node-scope';
import type { Renderer } from '../render-context';
import { keyPolicy } from './key-policy';

/** A customer managed key with yearly rotation and a policy for exactly those who use it, or the key that exists. */
export const renderEncryptionKey: Renderer<'encryptionKey'> = (node, context) => {
  const scope = nodeScope(node, context);
  if (node.source.from === 'existing') {
    const { arn } = node.source;
    return { arn, key: kms.Key.fromKeyArn(scope, 'Import', arn) };
  }
  const { alias, description, rotation, usedBy, deletionWindowDays, retain } = node.source;
  const resource = new kms.CfnKey(scope, MAIN, {
    description,
    enableKeyRotation: rotation,
    pendingWindowInDays: deletionWindowDays,
    keyPolicy: keyPolicy(usedBy, nodesOfKind(context.plan, 'logGroup').map((group) => group.name), context.stack),
  });
  retainIf(resource, retain);
  const name = new kms.CfnAlias(scope, 'Alias', { aliasName: alias, targetKeyId: resource.attrArn });
  // The name is free for the next deployment even when the key stays.
  name.cfnOptions.deletionPolicy = CfnDeletionPolicy.DELETE;
  return { resource, arn: resource.attrArn, key: kms.Key.fromKeyArn(scope, 'Import', resource.attrArn) };
};
