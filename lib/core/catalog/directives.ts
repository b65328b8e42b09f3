import { DIRECTIVE_ROWS } from './directives-data';
import { compareVersions } from './engines';
import type { EngineName } from './engines';
import type { Sourced } from './source';

/** How a directive's value is written; `list` takes several words. */
export type DirectiveKind = 'boolean' | 'integer' | 'enum' | 'string' | 'list';

/**
 * Name, tables that hold it, kind, default (null: depends on the machine or is empty by nature), flags
 * (i immutable, p protected, h hidden, d accepted without effect), and what bounds it.
 */
export type DirectiveRow = readonly [string, string, DirectiveKind, string | null, string, DirectiveBounds?];

/** What a directive's value must keep to. */
export interface DirectiveBounds {
  readonly min?: number;
  readonly max?: number;
  readonly unit?: 'bytes' | 'percent' | 'octal';
  /** Accepted words, separated by spaces. */
  readonly values?: string;
  readonly alias?: string;
}

/** A directive of redis.conf or valkey.conf in one engine version. */
export interface Directive extends Sourced {
  readonly name: string;
  readonly kind: DirectiveKind;
  /** As the engine starts without a configuration file. */
  readonly default?: string;
  /** Takes effect at start only: CONFIG SET refuses it. */
  readonly immutable: boolean;
  /** CONFIG SET needs `enable-protected-configs`. */
  readonly protected: boolean;
  /** Left out of CONFIG GET; meant for the engine's own tests. */
  readonly hidden: boolean;
  /** Accepted in the file and without effect. */
  readonly deprecated: boolean;
  readonly min?: number;
  readonly max?: number;
  /** `bytes` takes suffixes such as 64mb; `percent` takes 10%. */
  readonly unit?: 'bytes' | 'percent' | 'octal';
  readonly values?: readonly string[];
  /** Another name the engine accepts. */
  readonly alias?: string;
}

interface DirectiveTable {
  readonly letter: string;
  readonly engine: EngineName;
  readonly from: string;
  readonly source: string;
}

/**
 * Tables by engine and version. Redis 7.0 and 8.0 and Valkey 8.0, 8.1 and 9.1 agree with what running
 * engines (7.0.15, 8.0.6; 8.0.1, 8.1.1, 9.1.2) report; the others stand as their source has them.
 * Valkey 9.0 is answered by the 9.1 table, whose additions are 9.0's but for a few.
 */
const TABLES: readonly DirectiveTable[] = [
  { letter: 'a', engine: 'redis', from: '6.2', source: 'https://github.com/redis/redis/blob/6.2.16/src/config.c' },
  { letter: 'b', engine: 'redis', from: '7.0', source: 'https://github.com/redis/redis/blob/7.0.15/src/config.c' },
  { letter: 'c', engine: 'redis', from: '7.2', source: 'https://github.com/redis/redis/blob/7.2.6/src/config.c' },
  { letter: 'd', engine: 'redis', from: '7.4', source: 'https://github.com/redis/redis/blob/7.4.1/src/config.c' },
  { letter: 'e', engine: 'redis', from: '8.0', source: 'https://github.com/redis/redis/blob/8.0.6/src/config.c' },
  { letter: 'f', engine: 'valkey', from: '7.2', source: 'https://github.com/valkey-io/valkey/blob/7.2.7/src/config.c' },
  { letter: 'g', engine: 'valkey', from: '8.0', source: 'https://github.com/valkey-io/valkey/blob/8.0.1/src/config.c' },
  { letter: 'h', engine: 'valkey', from: '8.1', source: 'https://github.com/valkey-io/valkey/blob/8.1.1/src/config.c' },
  { letter: 'i', engine: 'valkey', from: '9.0', source: 'https://github.com/valkey-io/valkey/blob/9.1.2/src/config.c' },
];

/**
 * Directives the engines parse outside their tables: they may stand several times in a file and have
 * no value CONFIG GET would show.
 */
export const UNTABLED_DIRECTIVES: readonly string[] = ['include', 'loadmodule', 'rename-command', 'user'];

/**
 * Old directives that current engines still accept in a file and ignore; Redis 8.0 and Valkey 8.1 and
 * 9.1 were started with them.
 */
export const RETIRED_DIRECTIVES: readonly string[] = [
  'list-max-ziplist-entries', 'list-max-ziplist-value', 'lua-replicate-commands',
];

/** The directive `name`, or the one it is an alias of; undefined when that engine version has none. */
export function findDirective(engine: EngineName, version: string, name: string): Directive | undefined {
  return tableOf(engine, version)?.get(name.toLowerCase());
}

/** Names of all directives of an engine version, aliases apart, in alphabetical order. */
export function directiveNames(engine: EngineName, version: string): readonly string[] {
  const names = [...(tableOf(engine, version)?.values() ?? [])].map((directive) => directive.name);
  return [...new Set(names)].sort();
}

/**
 * Settings of a stock Sentinel.
 * @see https://github.com/valkey-io/valkey/blob/8.0/sentinel.conf
 */
export const SENTINEL_DEFAULTS = {
  port: 26379,
  protectedMode: false,
  downAfterMilliseconds: 30_000,
  failoverTimeoutMilliseconds: 180_000,
  parallelSyncs: 1,
  denyScriptsReconfig: true,
  resolveHostnames: false,
  announceHostnames: false,
  /** Valkey 8.0 on; older names are `master-reboot-down-after-period`. 0 turns it off. */
  primaryRebootDownAfterPeriodMilliseconds: 0,
  aclLogMaxLen: 128,
  source: 'https://github.com/valkey-io/valkey/blob/8.0/sentinel.conf',
} as const;

/** Snapshot file format of an engine. */
export interface RdbFormat extends Sourced {
  readonly engine: EngineName;
  /** First engine version that writes it. */
  readonly from: string;
  readonly magic: 'REDIS' | 'VALKEY';
  readonly version: number;
}

/**
 * Formats by engine version, oldest first; the first bytes of a file written by 7.0.15, 8.0.6 and
 * Valkey 8.0.1, 8.1.1 and 9.1.2 confirm theirs. For 9.0 Valkey's 80 is taken from 9.1.
 */
export const RDB_FORMATS: readonly RdbFormat[] = [
  rdb('redis', '6.2', 'REDIS', 9, '6.2.16'),
  rdb('redis', '7.0', 'REDIS', 10, '7.0.15'),
  rdb('redis', '7.2', 'REDIS', 11, '7.2.6'),
  rdb('redis', '7.4', 'REDIS', 12, '7.4.1'),
  rdb('redis', '8.0', 'REDIS', 12, '8.0.6'),
  rdb('valkey', '7.2', 'REDIS', 11, '7.2.7'),
  rdb('valkey', '8.0', 'REDIS', 11, '8.0.1'),
  rdb('valkey', '9.0', 'VALKEY', 80, '9.1.2'),
];

/** The format an engine version writes; undefined for versions before the catalog begins. */
export function rdbFormat(engine: EngineName, version: string): RdbFormat | undefined {
  return RDB_FORMATS.filter((format) => format.engine === engine && compareVersions(version, format.from) >= 0).at(-1);
}

/**
 * Whether an engine loads a snapshot another engine wrote.
 *
 * Every engine reads its own format and older REDIS ones up to its own number. Valkey refuses REDIS 12
 * and above, since it forked at 11; Redis knows no VALKEY magic.
 */
export function loadsSnapshot(reader: RdbFormat, writer: RdbFormat): boolean {
  if (writer.magic === 'VALKEY') {
    return reader.magic === 'VALKEY' && reader.version >= writer.version;
  }
  return writer.version <= (reader.engine === 'valkey' ? LAST_SHARED_RDB_VERSION : reader.version);
}

/** The last snapshot version both engines write alike. */
const LAST_SHARED_RDB_VERSION = 11;

function rdb(engine: EngineName, from: string, magic: RdbFormat['magic'], version: number, tag: string): RdbFormat {
  const repository = engine === 'redis' ? 'redis/redis' : 'valkey-io/valkey';
  return { engine, from, magic, version, source: `https://github.com/${repository}/blob/${tag}/src/rdb.h` };
}

/** Engine packages of operating systems that self-managed nodes run on. */
export interface EnginePackage extends Sourced {
  readonly system: 'amazon-linux-2023' | 'ubuntu-24.04' | 'debian-12' | 'debian-13';
  readonly engine: EngineName;
  readonly packages: readonly string[];
  /** Version in the system's own archive, where it is known. */
  readonly version?: string;
  readonly service: string;
  readonly config: string;
  readonly note?: string;
}

/** What each system's own archive holds. */
export const ENGINE_PACKAGES: readonly EnginePackage[] = [
  {
    system: 'amazon-linux-2023',
    engine: 'redis',
    packages: ['redis6'],
    version: '6.2',
    service: 'redis6',
    config: '/etc/redis6/redis6.conf',
    note: 'Binaries carry the 6 too: redis6-server, redis6-cli. No AWS page names them; public user data does.',
    source: 'https://docs.aws.amazon.com/linux/al2023/release-notes/all-packages-AL2023.html',
  },
  {
    system: 'amazon-linux-2023',
    engine: 'valkey',
    packages: ['valkey'],
    service: 'valkey',
    config: '/etc/valkey/valkey.conf',
    note: 'Version not stated by an AWS page.',
    source: 'https://docs.aws.amazon.com/linux/al2023/release-notes/all-packages-AL2023.html',
  },
  {
    system: 'ubuntu-24.04',
    engine: 'valkey',
    packages: ['valkey-server', 'valkey-sentinel', 'valkey-tools'],
    version: '7.2.13',
    service: 'valkey-server',
    config: '/etc/valkey/valkey.conf',
    source: 'https://packages.ubuntu.com/noble-updates/database/valkey-redis-compat',
  },
  {
    system: 'ubuntu-24.04',
    engine: 'redis',
    packages: ['redis-server', 'redis-sentinel', 'redis-tools'],
    version: '7.0.15',
    service: 'redis-server',
    config: '/etc/redis/redis.conf',
    source: 'https://packages.ubuntu.com/noble/redis-server',
  },
  {
    system: 'debian-12',
    engine: 'redis',
    packages: ['redis-server', 'redis-sentinel', 'redis-tools'],
    version: '7.0.15',
    service: 'redis-server',
    config: '/etc/redis/redis.conf',
    source: 'https://packages.debian.org/bookworm/redis-server',
  },
  {
    system: 'debian-12',
    engine: 'valkey',
    packages: ['valkey-server', 'valkey-sentinel', 'valkey-tools'],
    version: '8.0.1',
    service: 'valkey-server',
    config: '/etc/valkey/valkey.conf',
    note: 'In bookworm-backports only.',
    source: 'https://packages.debian.org/source/valkey',
  },
  {
    system: 'debian-13',
    engine: 'redis',
    packages: ['redis-server', 'redis-sentinel', 'redis-tools'],
    version: '8.0.2',
    service: 'redis-server',
    config: '/etc/redis/redis.conf',
    source: 'https://packages.debian.org/src:redis',
  },
  {
    system: 'debian-13',
    engine: 'valkey',
    packages: ['valkey-server', 'valkey-sentinel', 'valkey-tools'],
    version: '8.1.1',
    service: 'valkey-server',
    config: '/etc/valkey/valkey.conf',
    source: 'https://packages.debian.org/source/valkey',
  },
];

const built = new Map<string, ReadonlyMap<string, Directive>>();

function tableOf(engine: EngineName, version: string): ReadonlyMap<string, Directive> | undefined {
  const table = TABLES.filter(({ engine: of, from }) => of === engine && compareVersions(version, from) >= 0).at(-1);
  if (table === undefined) {
    return undefined;
  }
  const known = built.get(table.letter) ?? build(table);
  built.set(table.letter, known);
  return known;
}

function build({ letter, source }: DirectiveTable): ReadonlyMap<string, Directive> {
  const directives = new Map<string, Directive>();
  for (const row of DIRECTIVE_ROWS) {
    if (row[1].includes(letter)) {
      const directive = directiveOf(row, source);
      directives.set(directive.name, directive);
      if (directive.alias !== undefined) {
        directives.set(directive.alias, directive);
      }
    }
  }
  return directives;
}

function directiveOf([name, , kind, initial, flags, bounds = {}]: DirectiveRow, source: string): Directive {
  const { values, ...rest } = bounds;
  return {
    name,
    kind,
    ...(initial === null ? {} : { default: initial }),
    immutable: flags.includes('i'),
    protected: flags.includes('p'),
    hidden: flags.includes('h'),
    deprecated: flags.includes('d'),
    ...rest,
    ...(values === undefined ? {} : { values: values.split(' ') }),
    source,
  };
}
