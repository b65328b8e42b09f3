import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { listed } from '../wording';
import { namedUsers } from './named-users';

const WORDS = ['can', 'keys', 'channels', 'allowCommands', 'denyCommands'] as const;

export const wordsOrString: Rule = {
  code: 'RB148',
  name: 'words-or-string',
  severity: 'error',
  title: 'A user is described in words or by an access string, not by both.',
  why: 'The string would win, and what the words withhold would be granted.',
  source: PAGES.elasticache.accessControl,
  check: (context) =>
    namedUsers(context).flatMap(({ path, stated }) => {
      const words = stated.accessString === undefined ? [] : WORDS.filter((word) => stated[word] !== undefined);
      return words.length === 0 ? [] : [hit([...path, 'accessString'], `must not be stated beside ${listed(words.map((word) => `\`${word}\``), 'and')}`, 'keep the words, or the string alone')];
    }),
};
