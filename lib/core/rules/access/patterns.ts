import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';
import { namedUsers, usesWords } from './named-users';

export const patterns: Rule = {
  code: 'RB156',
  name: 'patterns',
  severity: 'error',
  title: 'Key and channel patterns are not empty and hold no spaces.',
  why: 'Spaces separate the rules of an access string: what follows one would be read as another rule, possibly one that grants more.',
  source: 'https://valkey.io/topics/acl/',
  check: (context) =>
    namedUsers(context)
      .filter(usesWords)
      .flatMap(({ path, user }) =>
        (['keys', 'channels'] as const).flatMap((key) =>
          user[key].flatMap((pattern, index) =>
            pattern === '' || /[\s\u0000]/.test(pattern) ? [hit([...path, key, index], `must be a pattern without spaces, got ${shown(pattern)}`, 'write `?` where a space may stand', pattern)] : [],
          ),
        ),
      ),
};
