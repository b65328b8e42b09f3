import type { Renderer } from '../context';
import { literal } from '../text';
import { ElasticacheUserGroup } from '../vendor';

/**
 * The users that a cache lets in, in one list. Never the association resource: it changes the group once for each user, and the
 * service refuses the second change while the first is under way.
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/28688
 */
export const renderAccessGroup: Renderer<'accessGroup'> = (node, context) => {
  const { source } = node;
  if (source.from === 'existing') return { groupId: source.groupId };
  const userGroup = new ElasticacheUserGroup(context.scopeOf(node), 'Default', {
    userGroupId: literal(source.groupId),
    engine: node.engine,
    userIds: source.users.map((id) => context.get('accessUser', id).user.userId),
    tags: context.tags,
  });
  return { groupId: userGroup.userGroupId, userGroup };
};
