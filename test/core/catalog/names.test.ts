import fc from 'fast-check';
import {
  AUTH_TOKEN_RULE,
  checkName,
  checkSecret,
  NAME_RULES,
  PASSWORD_FORBIDDEN_CHARACTERS,
  USER_PASSWORD_RULE,
} from '../../../lib/core/catalog';

const HYPHENATED =
  '1 to 40 characters: letters, digits and hyphens, starting with a letter, without two hyphens in a row or one at the end';

test.each([
  ['sessions', undefined],
  ['a', undefined],
  ['My-Cache-1', undefined],
  ['a'.repeat(40), undefined],
  ['a'.repeat(41), HYPHENATED],
  ['', HYPHENATED],
  ['1cache', HYPHENATED],
  ['cache-', HYPHENATED],
  ['my--cache', HYPHENATED],
  ['my_cache', HYPHENATED],
])('replication group id %p', (name, expected) => {
  expect(checkName(NAME_RULES.replicationGroupId, name)).toBe(expected);
});

test.each([
  ['topicName', 'alerts', true],
  ['topicName', 'alerts.fifo', true],
  ['topicName', 'alerts one', false],
  ['secretName', 'redis/app@1', true],
  ['secretName', 'redis app', false],
  ['logGroupName', '/redis/slow', true],
  ['logGroupName', '/redis:slow', false],
  ['nodeGroupId', '0001', true],
  ['nodeGroupId', '00001', false],
  ['userName', 'app:user', true],
  ['userName', 'app user', false],
  ['alarmName', 'Redis: CPU', true],
  ['alarmName', 'Redis\nCPU', false],
] as const)('%s %p: %p', (rule, name, accepted) => {
  expect(checkName(NAME_RULES[rule], name) === undefined).toBe(accepted);
});

test('accepted ids never end in a hyphen nor hold two in a row', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z0-9-]{0,42}$/), (name) => {
      const sound = /^[a-zA-Z]/.test(name) && !name.endsWith('-') && !name.includes('--') && name.length <= 40;
      expect(checkName(NAME_RULES.userId, name) === undefined).toBe(sound);
    }),
  );
});

test.each([
  [USER_PASSWORD_RULE, 'abcdefghijklmnop', undefined],
  [USER_PASSWORD_RULE, 'abcdefghijklmno', '16 to 128 printable characters without , " / @'],
  [USER_PASSWORD_RULE, 'abcdefghijklmno%', undefined],
  [USER_PASSWORD_RULE, 'abcdefghijklmno@', '16 to 128 printable characters without , " / @'],
  [AUTH_TOKEN_RULE, 'abcdefghijklmno-', undefined],
  [AUTH_TOKEN_RULE, 'abcdefghijklmno%', '16 to 128 letters, digits and the characters ! & # $ ^ < > -'],
  [AUTH_TOKEN_RULE, 'a'.repeat(129), '16 to 128 letters, digits and the characters ! & # $ ^ < > -'],
])('%# secrets', (rule, secret, expected) => {
  expect(checkSecret(rule, secret)).toBe(expected);
});

test.each([['password', USER_PASSWORD_RULE], ['token', AUTH_TOKEN_RULE]] as const)(
  'leaving out the excluded characters is what makes a %s acceptable',
  (_name, rule) => {
    for (let code = 0x21; code <= 0x7e; code += 1) {
      const letter = String.fromCharCode(code);
      const secret = `${'a'.repeat(16)}${letter}`;
      expect(checkSecret(rule, secret) === undefined).toBe(!rule.excludeCharacters.includes(letter));
    }
  },
);

test('a password may not hold , " / @', () => {
  expect([...PASSWORD_FORBIDDEN_CHARACTERS].sort()).toEqual(['"', ',', '/', '@']);
});
