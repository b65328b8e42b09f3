import { checkName, NAME_RULES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';

export const userIdFormat: Rule = {
  code: 'RB303',
  name: 'user-id-format',
  severity: 'error',
  title: 'Every user id is one that the service accepts.',
  why: 'Ids derive from the cache id and the name of the user; together they can be longer than the service allows.',
  source: NAME_RULES.userId.source,
  check: ({ blueprint, resolved }) => {
    if (resolved.access.mode !== 'users') return [];
    return resolved.access.users.flatMap(({ userId }, index) => {
      const allowed = checkName(NAME_RULES.userId, userId);
      if (allowed === undefined) return [];
      const stated = blueprint.access?.users?.[index]?.userId !== undefined;
      return stated
        ? [hit(['access', 'users', index, 'userId'], `must be ${allowed}, got ${shown(userId)}`, 'choose another id', userId)]
        : [hit(['access', 'users', index, 'name'], `makes the user id ${shown(userId)}, which must be ${allowed}`, 'choose another name, or state a `userId`', userId)];
    });
  },
};
