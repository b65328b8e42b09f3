import { hit } from '../hit';
import type { Rule } from '../rule';
import { namedUsers, usesWords } from './named-users';

export const writerOfEverything: Rule = {
  code: 'RB153',
  name: 'writer-of-everything',
  severity: 'warning',
  title: 'In production with several users, no user but an admin writes to every key.',
  why: 'One compromised or mistaken application then overwrites the data of all others.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_least_privileges.html',
  check: (context) => {
    if (context.resolved.environment !== 'production') return [];
    const users = namedUsers(context);
    // The only application of a cache shares its keys with nobody.
    const alone = users.filter(({ user }) => !user.can.includes('admin')).length < 2;
    return users.filter(usesWords).flatMap(({ path, user: { can, keys } }) => {
      if (!can.includes('write') || can.includes('admin') || !keys.includes('*')) return [];
      const found = hit([...path, 'keys'], 'should not be every key for a user that writes in production, got "*"', 'name prefixes, such as `app:*`', '*');
      return [alone ? { ...found, severity: 'info' as const } : found];
    });
  },
};
