import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import { MAIN, nodeScope } from '../node-scope';
import type { Renderer } from '../render-context';

/** The users that a cache lets in. Its references to them make CloudFormation create users first and delete them last. */
export const renderAccessGroup: Renderer<'accessGroup'> = (node, context) => {
  if (node.source.from === 'existing') return { groupId: node.source.groupId };
  const resource = new elasticache.CfnUserGroup(nodeScope(node, context), MAIN, {
    engine: node.engine,
    userGroupId: node.source.groupId,
    userIds: node.source.users.map((id) => context.rendered('accessUser', id).userId),
  });
  return { resource, groupId: resource.ref };
};
