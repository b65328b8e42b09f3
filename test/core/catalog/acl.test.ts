import fc from 'fast-check';
import {
  ACL_CATEGORIES,
  commandNames,
  commandsInCategory,
  findCommand,
  FORBIDDEN_ACCESS_RULES,
  isAclCategory,
  isKnownCommand,
  isRestrictedCommand,
  MEMORYDB_RESTRICTED_COMMANDS,
  RESTRICTED_COMMANDS,
  SERVERLESS_RESTRICTED_COMMANDS,
  suggestAclCategory,
  suggestCommand,
} from '../../../lib/core/catalog';

const VALKEY = commandNames('valkey', '9.1');

test.each([
  ['valkey', '7.2', 'get', true],
  ['valkey', '7.2', 'GET', true],
  ['valkey', '7.2', 'client setinfo', true],
  ['redis', '7.0', 'client|setinfo', false],
  ['redis', '6.2', 'getdel', true],
  ['redis', '6.0', 'getdel', false],
  ['redis', '7.4', 'hexpire', true],
  ['valkey', '8.1', 'hexpire', false],
  ['valkey', '9.0', 'hexpire', true],
  ['valkey', '8.0', 'commandlog|get', false],
  ['valkey', '8.1', 'commandlog|get', true],
  ['redis', '8.0', 'commandlog', false],
  ['redis', '8.0', 'vadd', true],
  ['valkey', '9.1', 'vadd', false],
  ['valkey', '8.2', 'ft.search', true],
  ['valkey', '8.1', 'ft.search', false],
  ['valkey', '9.1', 'gett', false],
] as const)('%s %s knows %s: %p', (engine, version, name, known) => {
  expect(isKnownCommand(engine, version, name)).toBe(known);
});

test.each([
  ['gett', 'get'],
  ['hgetal', 'hgetall'],
  ['config|gte', 'config|get'],
  ['zadd', 'zadd'],
  ['flushxyz', undefined],
  ['x', undefined],
  ['quite-something-else', undefined],
])('for %s it suggests %s', (name, expected) => {
  expect(suggestCommand('valkey', '9.1', name)).toBe(expected);
});

test('for a misspelt category it suggests a category', () => {
  expect(suggestAclCategory('reads')).toBe('read');
  expect(suggestAclCategory('sorted-set')).toBe('sortedset');
  expect(suggestAclCategory('nothing-like-it')).toBeUndefined();
});

test('a suggestion is always a command of that version', () => {
  fc.assert(
    fc.property(fc.constantFrom(...VALKEY), fc.stringMatching(/^[a-z]{1,2}$/), (name, tail) => {
      const suggestion = suggestCommand('valkey', '9.1', `${name}${tail}`);
      expect(suggestion === undefined || VALKEY.includes(suggestion)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('newer versions only add commands', () => {
  for (const [engine, versions] of [['valkey', ['7.2', '8.0', '8.1', '9.0', '9.1']], ['redis', ['6.0', '6.2', '7.0', '7.2', '7.4', '8.0']]] as const) {
    const counts = versions.map((version) => commandNames(engine, version).length);
    expect([...counts].sort((a, b) => a - b)).toEqual(counts);
  }
});

test('every category has members, and every member a category the engines know', () => {
  for (const category of ACL_CATEGORIES) {
    expect(commandsInCategory('valkey', '9.1', category).length).toBeGreaterThan(0);
  }
  for (const name of VALKEY) {
    const command = findCommand(name);
    expect(command?.categories.every((category) => ACL_CATEGORIES.includes(category))).toBe(true);
    expect(command?.source).toMatch(/^https:\/\//);
    if (command?.module === undefined) {
      expect(command?.categories.filter((category) => category === 'fast' || category === 'slow')).toHaveLength(1);
    }
  }
});

test('categories hold what operators expect', () => {
  expect(commandsInCategory('valkey', '9.1', 'dangerous')).toEqual(expect.arrayContaining(['flushall', 'keys', 'config|set', 'shutdown']));
  expect(commandsInCategory('valkey', '9.1', 'read')).not.toContain('set');
  expect(isAclCategory('all')).toBe(true);
  expect(isAclCategory('json')).toBe(true);
  expect(isAclCategory('writes')).toBe(false);
});

test.each([
  ['elasticache', 'config', true],
  ['elasticache', 'config|get', true],
  ['elasticache', 'cluster|addslots', true],
  ['elasticache', 'cluster|slots', false],
  ['elasticache', 'acl|whoami', false],
  ['elasticache', 'keys', false],
  ['serverless', 'keys', true],
  ['serverless', 'slowlog get', true],
  ['serverless', 'save', true],
  ['memorydb', 'module|list', true],
  ['memorydb', 'cluster|failover', false],
] as const)('%s refuses %s: %p', (service, name, refused) => {
  expect(isRestrictedCommand(service, name)).toBe(refused);
});

test('what is refused is spelt as the engines spell it', () => {
  const refused = [...RESTRICTED_COMMANDS, ...SERVERLESS_RESTRICTED_COMMANDS, ...MEMORYDB_RESTRICTED_COMMANDS];
  const engineNames = new Set([...VALKEY, ...commandNames('redis', '8.0')]);
  expect(refused.filter((name) => !engineNames.has(name))).toEqual([]);
});

test.each([
  ['reset', true],
  ['>secret', true],
  ['#abc', true],
  ['nopass', true],
  ['resetkeys', false],
  ['on', false],
  ['~app:*', false],
])('an access string with %s is refused: %p', (rule, refused) => {
  expect(FORBIDDEN_ACCESS_RULES.some(({ pattern }) => pattern.test(rule))).toBe(refused);
});
