import fc from 'fast-check';
import {
  checkParameterValue,
  EVICTION_POLICIES,
  DATA_TIERING_EVICTION_POLICIES,
  findEvictionPolicy,
  findParameter,
  parameterFamilies,
  parametersOf,
  renderParameterValue,
  SERVERLESS_FIXED_PARAMETERS,
} from '../../../lib/core/catalog';
import type { Parameter } from '../../../lib/core/catalog';

const ALL = parameterFamilies().flatMap((family) => parametersOf(family).map((parameter) => ({ family, parameter })));

function parameter(name: string, family = 'valkey8'): Parameter {
  const found = findParameter(family, name);
  if (found === undefined) {
    throw new Error(`${family} has no ${name}`);
  }
  return found;
}

test('every family is one a service has', () => {
  expect(parameterFamilies()).toEqual([
    'memorydb_redis6', 'memorydb_redis7', 'memorydb_valkey7',
    'redis4.0', 'redis5.0', 'redis6.x', 'redis7', 'valkey7', 'valkey8', 'valkey9',
  ]);
});

test('every default passes its own check', () => {
  const wrong = ALL.filter(
    ({ parameter: { default: initial, ...rest } }) =>
      initial !== undefined && checkParameterValue({ ...rest, default: initial }, initial) !== undefined,
  );
  expect(wrong).toEqual([]);
});

test('every parameter names its page and its families', () => {
  for (const { family, parameter: found } of ALL) {
    expect(found.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(found.families).toContain(family);
    expect(found.type === 'enum').toBe(found.allowed !== undefined);
    expect(found.type === 'integer').toBe(found.range !== undefined);
  }
});

test('a family holds each name once', () => {
  for (const family of parameterFamilies()) {
    const names = parametersOf(family).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('a range accepts exactly the numbers inside it', () => {
  const ranged = ALL.map(({ parameter: found }) => found).filter(({ type }) => type === 'integer');
  fc.assert(
    fc.property(fc.constantFrom(...ranged), fc.integer(), (found, value) => {
      const { min = -Infinity, max = Infinity, also = [], except = [] } = found.range ?? {};
      const inside = also.includes(value) || (value >= min && value <= max && !except.includes(value));
      expect(checkParameterValue(found, value) === undefined).toBe(inside);
      expect(checkParameterValue(found, String(value)) === undefined).toBe(inside);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['maxmemory-samples', 65, 'an integer from 1 to 64'],
  ['maxmemory-samples', 1.5, 'an integer from 1 to 64'],
  ['maxmemory-samples', true, 'an integer from 1 to 64'],
  ['repl-backlog-size', 100, 'an integer of at least 16384'],
  ['timeout', 19, '0 or an integer of at least 20'],
  ['timeout', -1, '0 or an integer of at least 20'],
  ['activedefrag', 'on', 'yes or no'],
  ['activedefrag', 1, 'yes or no'],
  ['maxmemory-policy', 'lru', 'one of volatile-lru, allkeys-lru, volatile-lfu, allkeys-lfu, volatile-random, allkeys-random, volatile-ttl, noeviction'],
  ['notify-keyspace-events', 'gx', 'letters out of KEg$lshzxeA, with K or E among them, or an empty string'],
  ['notify-keyspace-events', 'KEt', 'letters out of KEg$lshzxeA, with K or E among them, or an empty string'],
  ['rename-commands', 'flushall', 'pairs of a renameable command and its new name, separated by spaces'],
  ['rename-commands', 'config hidden', 'pairs of a renameable command and its new name, separated by spaces'],
])('%s = %p is refused', (name, value, expected) => {
  expect(checkParameterValue(parameter(name), value)).toBe(expected);
});

test('list-max-ziplist-size may not be 0', () => {
  expect(checkParameterValue(parameter('list-max-ziplist-size', 'redis6.x'), 0)).toBe('an integer of at least -5 other than 0');
});

test.each([
  ['timeout', 0],
  ['timeout', 20],
  ['activedefrag', true],
  ['activedefrag', 'no'],
  ['notify-keyspace-events', 'KEA'],
  ['notify-keyspace-events', ''],
  ['rename-commands', 'FLUSHALL x KEYS y'],
  ['slowlog-log-slower-than', -1],
])('%s = %p is accepted', (name, value) => {
  expect(checkParameterValue(parameter(name), value)).toBeUndefined();
});

test('booleans are written as the service reads them', () => {
  expect(renderParameterValue(true)).toBe('yes');
  expect(renderParameterValue(false)).toBe('no');
  expect(renderParameterValue(20)).toBe('20');
});

test('families differ where the vendor says they do', () => {
  expect(findParameter('valkey8', 'lazyfree-lazy-eviction')).toBeUndefined();
  expect(findParameter('valkey7', 'lazyfree-lazy-eviction')?.default).toBe('no');
  expect(findParameter('valkey8', 'repl-backlog-size')?.default).toBe('10485760');
  expect(findParameter('valkey7', 'repl-backlog-size')?.default).toBe('1048576');
  expect(findParameter('redis7', 'hash-max-ziplist-entries')).toBeUndefined();
  expect(findParameter('redis4.0', 'active-defrag-cycle-min')?.default).toBe('25');
  expect(findParameter('redis4.0', 'min-replicas-to-write')).toBeUndefined();
  expect(findParameter('valkey9', 'cluster-databases')?.modifiable).toBe('creation-only');
  expect(findParameter('valkey8', 'search-default-timeout-ms')?.appliesFrom).toBe('8.2');
  expect(findParameter('memorydb_redis7', 'maxmemory-policy')?.default).toBe('noeviction');
  expect(findParameter('nonsense', 'timeout')).toBeUndefined();
});

test('eviction policies are those the parameter allows', () => {
  expect(EVICTION_POLICIES.map(({ name }) => name).sort()).toEqual([...(parameter('maxmemory-policy').allowed ?? [])].sort());
  expect([...DATA_TIERING_EVICTION_POLICIES].sort()).toEqual(['allkeys-lru', 'noeviction', 'volatile-lru']);
  expect(EVICTION_POLICIES.every(({ name, needsTtl }) => needsTtl === name.startsWith('volatile-'))).toBe(true);
  expect(findEvictionPolicy('noeviction')?.evicts).toBe(false);
});

test('what serverless fixes is a parameter with an acceptable value', () => {
  for (const [name, value] of Object.entries(SERVERLESS_FIXED_PARAMETERS)) {
    expect(checkParameterValue(parameter(name), value)).toBeUndefined();
  }
});
