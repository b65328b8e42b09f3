import {
  directiveNames,
  ENGINE_PACKAGES,
  findDirective,
  loadsSnapshot,
  RDB_FORMATS,
  rdbFormat,
  SENTINEL_DEFAULTS,
} from '../../../lib/core/catalog/directives';
import type { EngineName } from '../../../lib/core/catalog';
import type { RdbFormat } from '../../../lib/core/catalog/directives';

const VERSIONS: readonly (readonly [EngineName, string])[] = [
  ['redis', '6.2'], ['redis', '7.0'], ['redis', '7.2'], ['redis', '7.4'], ['redis', '8.0'],
  ['valkey', '7.2'], ['valkey', '8.0'], ['valkey', '8.1'], ['valkey', '9.0'], ['valkey', '9.1'],
];

test.each(VERSIONS)('%s %s: defaults keep to their own bounds', (engine, version) => {
  const names = directiveNames(engine, version);
  expect(names.length).toBeGreaterThan(140);
  for (const name of names) {
    const directive = findDirective(engine, version, name);
    expect(directive?.name).toBe(name);
    expect(directive?.source).toMatch(/^https:\/\/github\.com\/(redis\/redis|valkey-io\/valkey)\/blob\//);
    if (directive?.default !== undefined && directive.kind === 'boolean') {
      expect(['yes', 'no']).toContain(directive.default);
    }
    if (directive?.default !== undefined && directive.values !== undefined && directive.default !== '') {
      expect(directive.default.split(' ').every((word) => directive.values?.includes(word))).toBe(true);
    }
    if (directive?.kind === 'integer' && directive.default !== undefined && directive.unit !== 'octal' && directive.unit !== 'percent') {
      const value = Number(directive.default);
      expect(Number.isNaN(value)).toBe(false);
      expect(value).toBeGreaterThanOrEqual(directive.min ?? -Infinity);
      expect(value).toBeLessThanOrEqual(directive.max ?? Infinity);
    }
  }
});

test.each([
  ['redis', '7.0', 'maxmemory-policy', { kind: 'enum', default: 'noeviction', immutable: false }],
  ['redis', '7.0', 'min-slaves-to-write', { name: 'min-replicas-to-write', default: '0' }],
  ['redis', '7.0', 'DAEMONIZE', { name: 'daemonize', immutable: true }],
  ['redis', '6.2', 'acl-pubsub-default', { default: 'allchannels' }],
  ['redis', '7.0', 'acl-pubsub-default', { default: 'resetchannels' }],
  ['redis', '7.0', 'repl-backlog-size', { default: '1048576', unit: 'bytes' }],
  ['valkey', '8.0', 'repl-backlog-size', { default: '10485760' }],
  ['valkey', '8.1', 'io-threads', { immutable: true }],
  ['valkey', '9.1', 'io-threads', { immutable: false }],
  ['valkey', '9.1', 'cluster-databases', { default: '1', immutable: true }],
  ['valkey', '9.1', 'dynamic-hz', { deprecated: true }],
  ['redis', '6.2', 'save', { default: '3600 1 300 100 60 10000' }],
] as const)('%s %s %s', (engine, version, name, expected) => {
  expect(findDirective(engine, version, name)).toMatchObject(expected);
});

test.each([
  ['redis', '7.0', 'io-treads'],
  ['redis', '6.0', 'maxmemory'],
  ['redis', '8.0', 'commandlog-request-larger-than'],
  ['valkey', '8.0', 'commandlog-request-larger-than'],
  ['valkey', '8.1', 'cluster-databases'],
  ['valkey', '7.2', 'primaryauth'],
] as const)('%s %s has no %s', (engine, version, name) => {
  expect(findDirective(engine, version, name)).toBeUndefined();
});

function format(engine: EngineName, version: string): RdbFormat {
  const found = rdbFormat(engine, version);
  if (found === undefined) {
    throw new Error(`no format of ${engine} ${version}`);
  }
  return found;
}

/** Writer, then whether Redis 7.0 and 8.0, and Valkey 8.0, 8.1 and 9.1 loaded its file when tried. */
test.each([
  ['redis', '7.0', [true, true, true, true, true]],
  ['redis', '8.0', [false, true, false, false, false]],
  ['valkey', '8.1', [false, true, true, true, true]],
  ['valkey', '9.1', [false, false, false, false, true]],
] as const)('a snapshot of %s %s loads where it was seen to', (engine, version, seen) => {
  const readers = [format('redis', '7.0'), format('redis', '8.0'), format('valkey', '8.0'), format('valkey', '8.1'), format('valkey', '9.1')];
  expect(readers.map((reader) => loadsSnapshot(reader, format(engine, version)))).toEqual(seen);
});

test('every format loads its own files', () => {
  expect(RDB_FORMATS.filter((own) => !loadsSnapshot(own, own))).toEqual([]);
  expect(rdbFormat('redis', '6.0')).toBeUndefined();
  expect(rdbFormat('valkey', '8.1')?.version).toBe(11);
});

test('Sentinel and packages', () => {
  expect(SENTINEL_DEFAULTS.downAfterMilliseconds).toBe(30_000);
  const keys = ENGINE_PACKAGES.map(({ system, engine }) => `${system} ${engine}`);
  expect(new Set(keys).size).toBe(keys.length);
});
