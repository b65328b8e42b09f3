import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { namedUsers, usesWords } from './named-users';

export const idleUser: Rule = {
  code: 'RB151',
  name: 'idle-user',
  severity: 'error',
  title: 'Every user may do something.',
  why: 'A user that may only connect is a forgotten line; its application meets NOPERM on the first command.',
  source: PAGES.elasticache.accessControl,
  check: (context) =>
    namedUsers(context)
      .filter(usesWords)
      .flatMap(({ path, user: { can, allowCommands } }) =>
        can.length === 0 && allowCommands.length === 0 ? [hit(path, 'must state `can`, `allowCommands` or `accessString`, got none of them', 'add `can: [read, write]` or what the user needs')] : [],
      ),
};
