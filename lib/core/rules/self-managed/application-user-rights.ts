import { listed } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const applicationUserRights: SelfManagedRule = {
  code: 'RB543',
  name: 'application-user-rights',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'A user may do something, and has keys or channels to do it on.',
  why: 'A user without commands or keys meets NOPERM on its first command.',
  source: 'https://valkey.io/topics/acl/',
  check: ({ resolved: { users } }) =>
    users.flatMap(({ can, keys, channels, allowCommands }, index) => {
      if (can.length === 0 && allowCommands.length === 0) return [hit(['users', index, 'can'], 'must name what the user may do, got nothing', 'state read, write or admin')];
      const intents = can.filter((intent) => intent !== 'admin');
      if (intents.length === 0 || keys.length > 0 || channels.length > 0) return [];
      return [hit(['users', index, 'keys'], `must name patterns for a user that may ${listed(intents, 'and')}, got none`, 'add patterns such as `app:*`, or channels')];
    }),
};
