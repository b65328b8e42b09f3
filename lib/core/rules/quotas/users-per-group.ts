import { LIMITS } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

const quota = LIMITS.elasticache.usersPerUserGroup;

/** Redis user groups must hold a user called `default` beside the named ones; it counts too. */
const DEFAULT_USERS = { redis: 1, valkey: 0 } as const;

export const usersPerGroup: Rule = {
  code: 'RB441',
  name: 'users-per-group',
  severity: 'error',
  title: 'A cache has no more users than a user group holds.',
  why: 'All users of a cache are in one group, and the service refuses a larger one.',
  source: quota.source,
  check: ({ resolved: { access, engine } }) => {
    if (access.mode !== 'users') return [];
    const count = access.users.length + DEFAULT_USERS[engine];
    return count > quota.value
      ? [hit(['access', 'users'], `must be at most ${quota.value - DEFAULT_USERS[engine]} users for ${engine}, got ${access.users.length}`, 'share users between clients with the same rights', access.users.length)]
      : [];
  },
};
