import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { listed } from '../wording';
import { namedUsers, usesWords } from './named-users';

export const userWithoutKeys: Rule = {
  code: 'RB152',
  name: 'user-without-keys',
  severity: 'error',
  title: 'A user that reads or writes has keys or channels to do it on.',
  why: 'Without a key pattern every command on a key is refused with NOPERM.',
  source: PAGES.elasticache.accessControl,
  check: (context) =>
    namedUsers(context)
      .filter(usesWords)
      .flatMap(({ path, user: { can, keys, channels } }) => {
        const intents = can.filter((intent) => intent !== 'admin');
        if (intents.length === 0 || keys.length > 0 || channels.length > 0) return [];
        return [hit([...path, 'keys'], `must name patterns for a user that may ${listed(intents, 'and')}, got none`, 'add patterns such as `app:*`, or channels')];
      }),
};
