import fc from 'fast-check';
import { compileAccessString, DEFAULT_USER_OFF, lintAccessString } from '../../../lib/core/access';
import type { AccessWords } from '../../../lib/core/access';
import type { AccessIntent } from '../../../lib/core/blueprint';
import { commandNames, engineVersions, isRestrictedCommand } from '../../../lib/core/catalog';

const nothing: AccessWords = { can: [], keys: [], channels: [], allowCommands: [], denyCommands: [] };
const DISCOVERY = '+info +cluster|info +cluster|keyslot +cluster|myid +cluster|nodes';
const OLD_CLIENT = '+asking +readonly +readwrite +select +client|getname +client|id';

describe('compileAccessString', () => {
  const table: [what: string, engine: 'valkey' | 'redis', version: string, words: Partial<AccessWords>, expected: string][] = [
    ['a reader', 'valkey', '8.1', { can: ['read'], keys: ['app:*'] }, `on %R~app:* resetchannels -@all +@read +@connection +@transaction -@dangerous -scan -randomkey ${DISCOVERY} +cluster|shards +cluster|slots`],
    ['a reader of everything', 'valkey', '9.1', { can: ['read'], keys: ['*', 'app:*'] }, `on %R~* resetchannels -@all +@read +@connection +@transaction -@dangerous ${DISCOVERY} +cluster|shards +cluster|slots`],
    ['a reader that may not list keys on 9.1', 'valkey', '9.1', { can: ['read'], keys: ['a'] }, `on %R~a resetchannels -@all +@read +@connection +@transaction -@dangerous -scan -randomkey -clusterscan ${DISCOVERY} +cluster|shards +cluster|slots`],
    ['a writer', 'redis', '7.1', { can: ['write'], keys: ['b', 'a', 'b'] }, `on %W~a %W~b resetchannels -@all +@write +@connection +@transaction -@dangerous -@scripting ${DISCOVERY} +cluster|shards +cluster|slots`],
    ['a writer before key permissions', 'redis', '6.2', { can: ['write'], keys: ['a'], channels: ['n'] }, `on ~a resetchannels &n -@all +@write +@connection +@transaction -@dangerous ${DISCOVERY} +cluster|slots ${OLD_CLIENT} +client|info +client|setname +publish`],
    ['a reader before channels', 'redis', '6.0', { can: ['read'], keys: ['a'], channels: ['n'] }, `on ~a -@all +@read +@connection +@transaction -@dangerous -scan -randomkey ${DISCOVERY} +cluster|slots ${OLD_CLIENT} +client|setname +psubscribe +punsubscribe +subscribe +unsubscribe`],
    ['an admin', 'valkey', '8.1', { can: ['admin', 'read'], keys: ['*'], channels: ['*', 'x'] }, 'on ~* &* +@all'],
    ['an admin without data', 'valkey', '8.1', { can: ['admin'], denyCommands: ['flushall'] }, 'on resetchannels +@all -flushall'],
    ['single commands', 'valkey', '8.1', { keys: ['a'], allowCommands: ['HGET', 'client list', '+client', 'hget'], denyCommands: ['@geo', 'info'] }, `on ~a resetchannels -@all +@connection -@dangerous ${DISCOVERY.replace('+info ', '')} +cluster|shards +cluster|slots +client +hget -@geo -info`],
  ];

  test.each(table)('writes %s for %s %s', (_, engine, version, words, expected) => {
    expect(compileAccessString({ ...nothing, ...words }, { engine, version })).toBe(expected);
  });

  const words = (names: readonly string[]) =>
    fc.record({
      can: fc.uniqueArray(fc.constantFrom<AccessIntent>('read', 'write', 'admin')),
      keys: fc.array(fc.oneof(fc.constantFrom('*', 'app:*', '{a}:?', '[a-c]*'), fc.stringMatching(/^[!-~]{1,8}$/)), { maxLength: 4 }),
      channels: fc.array(fc.oneof(fc.constantFrom('*', 'news:*'), fc.stringMatching(/^[!-~]{1,8}$/)), { maxLength: 3 }),
      allowCommands: fc.array(fc.constantFrom('@hash', '@all', ...names), { maxLength: 4 }),
      denyCommands: fc.array(fc.constantFrom('@geo', ...names.filter((name) => !name.includes('|'))), { maxLength: 4 }),
    });

  const targets = (['valkey', 'redis'] as const).flatMap((engine) =>
    engineVersions('elasticache', engine).filter((version) => !/^[45]/.test(version)).map((version) => ({ engine, version })),
  );

  test.each(targets)('never writes what the linter rejects, for $engine $version', (target) => {
    const names = commandNames(target.engine, target.version).filter((name) => !isRestrictedCommand('elasticache', name));
    fc.assert(fc.property(words(names), (user) => expect(lintAccessString(compileAccessString(user, target), target)).toEqual([])), { numRuns: 300 });
  });

  test.each(targets)('does not depend on the order or repetition of words, for $engine $version', (target) => {
    const names = commandNames(target.engine, target.version);
    fc.assert(
      fc.property(words(names), (user) => {
        const turned: AccessWords = {
          can: [...user.can].reverse(),
          keys: [...user.keys, ...user.keys].reverse(),
          channels: [...user.channels].reverse(),
          allowCommands: [...user.allowCommands, ...user.allowCommands].reverse(),
          denyCommands: [...user.denyCommands].reverse(),
        };
        expect(compileAccessString(turned, target)).toBe(compileAccessString(user, target));
      }),
      { numRuns: 50 },
    );
  });

  test.each(targets)('switches the default user off in words of $engine $version', (target) => {
    expect(lintAccessString(DEFAULT_USER_OFF, target)).toEqual([]);
  });
});
