import { createHash } from 'node:crypto';
import {
  ConfigDefect,
  directiveProblems,
  engineSettings,
  instanceOf,
  memoryBudget,
  placeholdersIn,
  renderEngineConf,
  renderSentinelConf,
  renderUsersAcl,
  sentinelId,
  substitute,
  volumeSizeGiB,
} from '../../../lib/core/config';
import { sha1 } from '../../../lib/core/config/sha1';
import { ioThreads } from '../../../lib/core/config/settings/threads';
import { findInstanceType, instanceTypeNames } from '../../../lib/core/catalog';
import { directiveNames, findDirective } from '../../../lib/core/catalog/directives';
import { cluster, sentinel, users } from './support';

const MIB = 1_048_576;
const versions = [
  ['redis', '6.2'], ['redis', '7.0'], ['redis', '7.2'], ['redis', '8.0'], ['valkey', '7.2'], ['valkey', '8.0'], ['valkey', '8.1'], ['valkey', '9.1'],
] as const;

describe('memory budget, in MiB', () => {
  test.each([
    ['t4g.micro', 'cache', 'valkey', true, 362],
    ['t4g.medium', 'cache', 'valkey', true, 2337],
    ['r7g.large', 'cache', 'valkey', true, 10232],
    ['r7g.large', 'cache', 'valkey', false, 11051],
    ['r7g.large', 'primary-store', 'valkey', true, 9867],
    ['r7g.large', 'pubsub', 'valkey', true, 8697],
    ['r7g.16xlarge', 'cache', 'valkey', true, 357846],
  ] as const)('%s, %s on %s, snapshots %s: %i for data', (instanceType, workload, engine, snapshots, maxmemory) => {
    const resolved = sentinel({ instanceType, workload, engine, persistence: { snapshots } });
    const budget = memoryBudget(resolved, instanceOf(resolved));
    expect(Math.round(budget.maxmemoryBytes / MIB)).toBe(maxmemory);
  });

  test.each(instanceTypeNames())('%s: the parts fit into the whole', (instanceType) => {
    for (const version of ['6.2', '8.1']) {
      const { totalBytes, ...parts } = memoryBudget(sentinel({ version, workload: 'queue' }), findInstanceType(instanceType)!);
      const sum = parts.osReserveBytes + parts.replicationBytes + parts.clientBufferBytes + parts.forkHeadroomBytes + parts.fragmentationBytes + parts.maxmemoryBytes;
      expect(sum).toBeLessThanOrEqual(Math.max(totalBytes, sum - parts.maxmemoryBytes));
      expect(parts.maxmemoryBytes % MIB).toBe(0);
    }
  });

  test('a volume holds the memory three times, at least 20 GiB', () => {
    expect(volumeSizeGiB(sentinel())).toBe(48);
    expect(volumeSizeGiB(sentinel({ instanceType: 't4g.small' }))).toBe(20);
    expect(volumeSizeGiB(sentinel({ dataVolume: { sizeGiB: 33 } }))).toBe(33);
  });
});

test.each([
  ['7.0', 16, 1], ['8.0', 2, 1], ['8.0', 4, 2], ['8.1', 8, 6], ['9.1', 64, 8],
])('%s on %i vCPUs: %i threads', (version, vcpus, threads) => expect(ioThreads({ version }, vcpus)).toBe(threads));

describe('placeholders', () => {
  test('are filled in once', () => {
    expect(substitute('a {{address:data-1}} {{dir}}\n', { 'address:data-1': '10.0.0.1', dir: '/d' })).toBe('a 10.0.0.1 /d\n');
  });
  test.each([
    ['{{dir}} {{password:x}}', {}, 'no value for {{dir}}, {{password:x}}'],
    ['{{password:x}}', { 'password:x': 'a secret' }, 'unusable value for {{password:x}}: it holds white space, a quote, a backslash, a brace or a control character'],
    ['{{dir', { dir: '/d' }, 'a placeholder is not closed'],
    ['{{constructor}}', {}, 'no value for {{constructor}}'],
  ])('%s is refused', (text, values, message) => {
    expect(() => substitute(text, values as Record<string, string>)).toThrow(new ConfigDefect(message));
    expect(() => substitute(text, values as Record<string, string>)).not.toThrow('a secret');
  });
});

describe.each(versions)('%s %s', (engine, version) => {
  test('every directive exists, none has a secret, activedefrag is absent', () => {
    for (const resolved of [sentinel({ engine, version }), sentinel({ engine, version, workload: 'session' }), sentinel({ engine, version, workload: 'primary-store' }), cluster({ engine, version })]) {
      for (const node of resolved.nodes) {
        const text = renderEngineConf(resolved, node);
        expect(text).not.toContain('activedefrag');
        expect(text).toContain('masterauth {{password:replication}}\n');
        for (const line of text.trimEnd().split('\n')) expect(findDirective(engine, version, line.split(' ')[0]!)).toBeDefined();
      }
    }
  });

  test('any valid directives end up in the file, and all of it is known', () => {
    const resolved = sentinel({ engine, version });
    const known = directiveNames(engine, version);
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 100; round += 1) {
      const names = Array.from({ length: 5 }, () => known[random(known.length)]!);
      const entries = names.map((name): [string, string | number | boolean] => {
        const { kind, values = [], min = 0, max = 1000 } = findDirective(engine, version, name)!;
        return [name, kind === 'boolean' ? random(2) === 0 : kind === 'enum' ? values[random(values.length)] ?? 'x' : kind === 'integer' ? min + random(Math.min(1000, max - min + 1)) : 'word'];
      });
      const directives = Object.fromEntries(entries);
      const refused = new Set(directiveProblems({ ...resolved, directives }).map(({ directive }) => directive));
      const accepted = Object.fromEntries(Object.entries(directives).filter(([name]) => !refused.has(name)));
      const settings = engineSettings({ ...resolved, directives: accepted }, resolved.nodes[0]!);
      for (const { directive } of settings) expect(findDirective(engine, version, directive)).toBeDefined();
      for (const name of Object.keys(accepted)) expect(settings.filter(({ directive }) => directive === name).map(({ reason }) => reason)).toContain('stated in `directives`');
    }
  });
});

test.each([
  ['slowlog-max-lem', 5, 'does not exist in valkey 8.1', 'use `slowlog-max-len` or remove it'],
  ['tls-port', 1, 'must not be stated, since the library sets it', 'state `port`'],
  ['primaryauth', 'x', 'must not be stated, since the library sets it', 'remove it'],
  ['include', '/etc/x', 'must not be stated: it would change what was checked', 'remove it'],
  ['activedefrag', true, 'must be no: distribution packages lack the allocator for it, and redis 7.0 does not start with it', 'remove it'],
  ['maxmemory', '20gb', 'must be between 1 and 10729029632 on r7g.large, which leaves room for forks, replicas and clients, got "20gb"', 'lower it or pick a larger instance type'],
  ['maxmemory-policy', 'lru', 'must be one of volatile-lru, volatile-lfu, volatile-random, volatile-ttl, allkeys-lru, allkeys-lfu, allkeys-random, noeviction, got "lru"', 'correct the value or remove the directive'],
  ['hz', 'ten', 'must be a whole number, got "ten"', 'correct the value or remove the directive'],
  ['proc-title-template', 'x\nport 6379', 'must not hold control characters or `{{`, got "x\\nport 6379"', 'correct the value or remove the directive'],
  ['proc-title-template', '{{password:app}}', 'must not hold control characters or `{{`, got "{{password:app}}"', 'correct the value or remove the directive'],
])('directive %s %j', (directive, value, problem, remedy) => {
  const resolved = sentinel({ version: '8.1', directives: { [directive]: value } });
  expect(directiveProblems(resolved)).toEqual([{ directive, problem, remedy }]);
  expect(() => renderEngineConf(resolved, resolved.nodes[0]!)).toThrow(ConfigDefect);
});

test.each(['', 'abc', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'ü'.repeat(1000)])('SHA-1 of %j', (text) => {
  expect(sha1(text)).toBe(createHash('sha1').update(text).digest('hex'));
});

test('a Sentinel keeps its identity whatever else changes, and no two share one', () => {
  const [small, large] = [sentinel(), sentinel({ sentinels: { count: 5 } })];
  const ids = large.nodes.filter(({ duty }) => duty !== 'data').map((node) => sentinelId(large, node));
  expect(new Set(ids).size).toBe(ids.length);
  expect(sentinelId(small, { name: 'data-1' })).toBe(sentinelId(sentinel({ instanceType: 'r7g.xlarge' }), { name: 'data-1' }));
});

test('only names of nodes, users and places stand as placeholders', () => {
  const resolved = sentinel();
  const [node] = resolved.nodes;
  expect(placeholdersIn(renderSentinelConf(resolved, node!))).toEqual(['address:data-1', 'loopback', 'tls', 'run', 'dir', 'password:sentinel']);
  expect(placeholdersIn(renderEngineConf(resolved, node!))).toEqual(['address:data-1', 'loopback', 'tls', 'run', 'password:replication', 'dir']);
});

test('client|setinfo is granted only where it exists', () => {
  const acl = (version: string): string => renderUsersAcl(sentinel({ engine: 'redis', version }), sentinel().nodes[0]!);
  expect(acl('7.0')).not.toContain('client|setinfo');
  expect(acl('7.2')).toContain('+client|setinfo');
});

test('a name that would break the line is refused', () => {
  const resolved = sentinel({ users: [{ ...users[0]!, name: 'x on nopass' }] });
  expect(() => renderUsersAcl(resolved, resolved.nodes[0]!)).toThrow('user "x on nopass" cannot be written on one line');
});
