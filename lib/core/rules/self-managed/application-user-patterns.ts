import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const UNSAFE = /[\s"'\\\p{Cc}]|\{\{/u;

export const applicationUserPatterns: SelfManagedRule = {
  code: 'RB544',
  name: 'application-user-patterns',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Key and channel patterns can stand in an ACL file.',
  why: 'Spaces separate rules there: what follows one would be read as another rule, possibly one that grants more.',
  source: 'https://valkey.io/topics/acl/',
  check: ({ resolved: { users } }) =>
    users.flatMap((user, position) =>
      (['keys', 'channels'] as const).flatMap((key) =>
        user[key].flatMap((pattern, index) =>
          pattern === '' || UNSAFE.test(pattern) ? [hit(['users', position, key, index], `must be a pattern without spaces, quotes, backslashes, control characters and {{, got ${shown(pattern)}`, 'write `?` where such a character may stand', pattern)] : [],
        ),
      ),
    ),
};
