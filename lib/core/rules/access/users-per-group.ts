import { LIMITS } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { namedUsers } from './named-users';

const most = LIMITS.elasticache.usersPerUserGroup.value;

export const usersPerGroup: Rule = {
  code: 'RB155',
  name: 'users-per-group',
  severity: 'error',
  title: 'A cache has no more users than a user group holds.',
  why: 'The service refuses larger groups by default, and a cache has one group. On Redis the switched-off default user takes a place.',
  source: LIMITS.elasticache.usersPerUserGroup.source,
  check: (context) => {
    const count = namedUsers(context).length;
    const room = context.resolved.engine === 'redis' ? most - 1 : most;
    return count <= room ? [] : [hit(['access', 'users'], `must be at most ${room} for ${context.resolved.engine}, got ${count}`, 'let applications with the same rights share a user', count)];
  },
};
