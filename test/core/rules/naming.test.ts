import { validate } from '../../../lib/core/validate';
import { replicated, said } from './support';

describe('naming rules refuse', () => {
  const table: [code: string, what: string, blueprint: object, findings: string[]][] = [
    [
      'RB300',
      'a name with a space',
      { ...replicated, name: 'my sessions' },
      ['error: `name` must be 1 to 128 characters: letters, digits and hyphens, starting with a letter, without two hyphens in a row or one at the end, got "my sessions"; rename the blueprint [RB300]'],
    ],
    [
      'RB300',
      'a name with an invisible character',
      { ...replicated, name: 'sess\u202eions' },
      ['error: `name` must be 1 to 128 characters: letters, digits and hyphens, starting with a letter, without two hyphens in a row or one at the end, got "sess\\u{202e}ions"; rename the blueprint [RB300]'],
    ],
    [
      'RB301',
      'a name too long for a cache id',
      { ...replicated, name: 'a'.repeat(41) },
      ['error: `name` is also the cache id, which must be 1 to 40 characters: letters, digits and hyphens, starting with a letter, without two hyphens in a row or one at the end, got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" with 41 characters; shorten the name, or state a shorter `cacheId` [RB301]'],
    ],
    [
      'RB301',
      'a cache id with two hyphens',
      { ...replicated, cacheId: 'a--b' },
      ['error: `cacheId` must be 1 to 40 characters: letters, digits and hyphens, starting with a letter, without two hyphens in a row or one at the end, got "a--b"; choose another id [RB301]'],
    ],
    [
      'RB301',
      'a cache id that begins with a digit',
      { ...replicated, cacheId: '1st' },
      ['error: `cacheId` must be 1 to 40 characters: letters, digits and hyphens, starting with a letter, without two hyphens in a row or one at the end, got "1st"; choose another id [RB301]'],
    ],
    [
      'RB302',
      'upper case',
      { ...replicated, cacheId: 'Sessions' },
      ['info: `cacheId` is deployed in lower case, as "sessions", got "Sessions"; write it in lower case [RB302]'],
    ],
    [
      'RB303',
      'a derived user id that is too long',
      { ...replicated, access: { users: [{ name: 'a-very-long-user-name-for-the-front-end', can: ['read'], keys: ['*'] }] } },
      ['error: `access.users[0].name` makes the user id "sessions-a-very-long-user-name-for-the-front-end", which must be 1 to 40 characters: letters, digits and hyphens, starting with a letter, without two hyphens in a row or one at the end; choose another name, or state a `userId` [RB303]'],
    ],
    [
      'RB303',
      'a stated user id with an underscore',
      { ...replicated, access: { users: [{ name: 'web', userId: 'web_user', can: ['read'], keys: ['*'] }] } },
      ['error: `access.users[0].userId` must be 1 to 40 characters: letters, digits and hyphens, starting with a letter, without two hyphens in a row or one at the end, got "web_user"; choose another id [RB303]'],
    ],
    [
      'RB304',
      'a cache id that leaves no room for the group',
      { ...replicated, cacheId: 'a'.repeat(36) },
      ['error: `cacheId` makes the user group id "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-users", which must be 1 to 40 characters: letters, digits and hyphens, starting with a letter, without two hyphens in a row or one at the end; choose a shorter `cacheId` [RB304]'],
    ],
    [
      'RB305',
      'a user name with a space',
      { ...replicated, access: { users: [{ name: 'web app', userId: 'web', can: ['read'], keys: ['*'] }] } },
      ['error: `access.users[0].name` must be 1 to 512 characters: letters, digits and the characters / _ + = . @ -, got "web app"; rename the user [RB305]'],
    ],
    [
      'RB305',
      'a stated user name with a space',
      { ...replicated, access: { users: [{ name: 'web', userName: 'web app', can: ['read'], keys: ['*'] }] } },
      ['error: `access.users[0].userName` must be 1 to 128 characters: characters other than spaces, got "web app"; choose a name without spaces [RB305]'],
    ],
    [
      'RB306',
      'a tag that AWS reserves',
      { ...replicated, tags: { 'aws:team': 'x' } },
      ['error: `tags.aws:team` must not begin with aws:, which AWS keeps for itself; rename the tag [RB306]'],
    ],
    [
      'RB306',
      'a tag value beyond ASCII',
      { ...replicated, tags: { team: 'Zürich' } },
      ['error: `tags.team` must be at most 256 characters: letters, digits, spaces and _ . / = + : @ -, got "Zürich"; shorten it or replace the other characters [RB306]'],
    ],
    [
      'RB306',
      'an empty tag key',
      { ...replicated, tags: { '': 'x' } },
      ['error: `tags.` must have a key of 1 to 128 characters: letters, digits, spaces and _ . / = + : @ -, got ""; rename the tag [RB306]'],
    ],
    [
      'RB306',
      '51 tags',
      { ...replicated, tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`t${index}`, 'x'])) },
      ['error: `tags` must have at most 50 tags, got 51; remove some [RB306]'],
    ],
    [
      'RB307',
      'a description with a line break',
      { ...replicated, description: 'one\ntwo' },
      ['error: `description` must be visible text on one line, got "one\\u{a}two"; rewrite it [RB307]'],
    ],
    [
      'RB307',
      'an empty description',
      { ...replicated, description: ' ' },
      ['error: `description` must be visible text on one line, got " "; rewrite it [RB307]'],
    ],
  ];
  test.each(table)('%s: %s', (code, _, blueprint, findings) => {
    expect(said(code, blueprint)).toEqual(findings);
  });
});

describe('naming rules accept', () => {
  const table: [what: string, blueprint: object, codes: string[]][] = [
    ['a name of 40 characters without users', { ...replicated, name: 'a'.repeat(40), access: { userGroup: { id: 'people', engine: 'valkey' } } }, ['RB300', 'RB301', 'RB304']],
    ['a long name with a short cache id', { ...replicated, name: 'a'.repeat(80), cacheId: 'sessions' }, ['RB300', 'RB301']],
    ['a description in another script', { ...replicated, description: 'セッション, café' }, ['RB307']],
    ['tags with every allowed character', { ...replicated, tags: { 'team/owner': 'a b_c.d:e/f=g+h-i@j', empty: '' } }, ['RB306']],
    ['a tag whose value is a token', { ...replicated, tags: { stack: '${Token[AWS.StackName.1]}' } }, ['RB306']],
  ];
  test.each(table)('%s', (_, blueprint, codes) => {
    const found = validate(blueprint).map(({ code }) => code);
    expect(found.filter((code) => codes.includes(code))).toEqual([]);
  });
});
