import { COMMAND_GROUPS } from './commands-data';
import { compareVersions } from './engines';
import type { EngineName, ManagedService } from './engines';
import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/**
 * ACL categories of every engine version from Redis 6.0 and Valkey 7.2 on, `all` apart.
 * @see https://valkey.io/topics/acl/
 */
export const ACL_CATEGORIES = [
  'keyspace', 'read', 'write', 'set', 'sortedset', 'list', 'hash', 'string', 'bitmap', 'hyperloglog', 'geo', 'stream',
  'pubsub', 'admin', 'fast', 'slow', 'blocking', 'dangerous', 'connection', 'transaction', 'scripting',
] as const;

/** An ACL category. */
export type AclCategory = (typeof ACL_CATEGORIES)[number];

/** A command, or a subcommand written `container|sub`, as ACL rules name it. */
export interface Command extends Sourced {
  readonly name: string;
  /** First version of each engine that knows it; an absent engine does not. */
  readonly since: { readonly redis?: string; readonly valkey?: string };
  /** As of Redis 8.0 and Valkey 9.1; `wait` joined `blocking` after 7.0. */
  readonly categories: readonly AclCategory[];
  /** What must be loaded for the command to exist, where it is no part of the engine itself. */
  readonly module?: 'json' | 'bloom' | 'search';
}

/**
 * Commands of the modules managed Valkey and Redis OSS carry, by module. Each module also adds a
 * category of its own name.
 */
const MODULE_COMMANDS: Readonly<Record<NonNullable<Command['module']>, { readonly names: string; readonly since: Command['since']; readonly source: string }>> = {
  json: {
    names:
      'arrappend arrindex arrinsert arrlen arrpop arrtrim clear debug del forget get mget mset numincrby nummultby ' +
      'objkeys objlen resp set strappend strlen toggle type',
    since: { redis: '6.2', valkey: '7.2' },
    source: PAGES.elasticache.json,
  },
  bloom: {
    names: 'add card exists info insert load madd mexists reserve',
    since: { valkey: '8.1' },
    source: PAGES.elasticache.bloomFilters,
  },
  search: {
    names: '_list aggregate create dropindex info search',
    since: { valkey: '8.2' },
    source: PAGES.elasticache.supportedCommands,
  },
};

const MODULE_PREFIXES = { json: 'json.', bloom: 'bf.', search: 'ft.' } as const;

/**
 * Commands node-based ElastiCache refuses, and therefore also in an access string. AWS writes
 * `cluster addslot` and `cluster delslot`; the engines call them addslots and delslots.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SupportedCommands.html
 */
export const RESTRICTED_COMMANDS: readonly string[] = [
  'acl|setuser', 'acl|load', 'acl|save', 'acl|deluser', 'bgrewriteaof', 'bgsave', 'cluster|addslots',
  'cluster|addslotsrange', 'cluster|bumpepoch', 'cluster|delslots', 'cluster|delslotsrange', 'cluster|failover',
  'cluster|flushslots', 'cluster|forget', 'cluster|links', 'cluster|meet', 'cluster|setslot', 'config', 'debug', 'migrate',
  'psync', 'replicaof', 'save', 'slaveof', 'shutdown', 'sync',
];

/** Commands ElastiCache Serverless refuses besides {@link RESTRICTED_COMMANDS}. */
export const SERVERLESS_RESTRICTED_COMMANDS: readonly string[] = [
  'acl|log', 'client|caching', 'client|getredir', 'client|id', 'client|info', 'client|kill', 'client|list',
  'client|no-evict', 'client|pause', 'client|tracking', 'client|trackinginfo', 'client|unblock', 'client|unpause',
  'cluster|count-failure-reports', 'commandlog', 'fcall', 'fcall_ro', 'function', 'keys', 'lastsave', 'latency', 'memory',
  'monitor', 'move', 'object', 'pfdebug', 'pfselftest', 'psubscribe', 'pubsub|numpat', 'punsubscribe', 'script|kill',
  'slowlog', 'swapdb', 'wait',
];

/**
 * Commands MemoryDB refuses; AWS's spelling is corrected as in {@link RESTRICTED_COMMANDS}.
 * @see https://docs.aws.amazon.com/memorydb/latest/devguide/restrictedcommands.html
 */
export const MEMORYDB_RESTRICTED_COMMANDS: readonly string[] = [
  'acl|deluser', 'acl|load', 'acl|save', 'acl|setuser', 'bgrewriteaof', 'bgsave', 'cluster|addslots', 'cluster|delslots',
  'cluster|setslot', 'config', 'debug', 'migrate', 'module', 'psync', 'replicaof', 'save', 'shutdown', 'slaveof', 'sync',
];

/** The pages that list what each service refuses. */
export const RESTRICTED_COMMANDS_SOURCES: Readonly<Record<ManagedService, string>> = {
  elasticache: PAGES.elasticache.supportedCommands,
  serverless: PAGES.elasticache.supportedCommands,
  memorydb: PAGES.memorydb.restrictedCommands,
};

const RESTRICTED: Readonly<Record<ManagedService, ReadonlySet<string>>> = {
  elasticache: new Set(RESTRICTED_COMMANDS),
  serverless: new Set([...RESTRICTED_COMMANDS, ...SERVERLESS_RESTRICTED_COMMANDS]),
  memorydb: new Set(MEMORYDB_RESTRICTED_COMMANDS),
};

/** Words of an ACL rule that an access string may not hold, and why. */
export interface ForbiddenRule extends Sourced {
  readonly pattern: RegExp;
  readonly reason: string;
}

/**
 * Rules engines know and ElastiCache refuses in an access string.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export const FORBIDDEN_ACCESS_RULES: readonly ForbiddenRule[] = [
  { pattern: /^reset$/i, reason: 'reset would remove the passwords, which the service manages', source: PAGES.elasticache.accessControl },
  { pattern: /^[><]/, reason: 'passwords are set on the user, not in the access string', source: PAGES.elasticache.accessControl },
  { pattern: /^[#!]/, reason: 'password hashes are set on the user, not in the access string', source: PAGES.elasticache.accessControl },
  { pattern: /^(nopass|resetpass)$/i, reason: 'the authentication mode is set on the user, not in the access string', source: PAGES.elasticache.accessControl },
];

/** Syntax of ACL rules that began with some engine version; an absent engine never has it. */
export const ACCESS_SYNTAX_MINIMUM = {
  /** `&channel`, `allchannels`, `resetchannels`. */
  channels: { redis: '6.2', valkey: '7.2', source: PAGES.elasticache.accessControl },
  /** `+command|sub` and `-command|sub`; before 7.0 engines only knew `+command|firstarg`. */
  subcommands: { redis: '7.0', valkey: '7.2', source: PAGES.elasticache.accessControl },
  /** `%R~pattern`, `%W~pattern`, `%RW~pattern`. */
  keyPermissions: { redis: '7.0', valkey: '7.2', source: PAGES.elasticache.accessControl },
  /** `(rules)` and `clearselectors`. */
  selectors: { redis: '7.0', valkey: '7.2', source: PAGES.elasticache.accessControl },
  /** `db=0,1`. */
  databases: { redis: undefined, valkey: '9.1', source: PAGES.elasticache.accessControl },
} as const;

/** The command called `name`, in any case, `container|sub` or `container sub`; undefined when no engine knows it. */
export function findCommand(name: string): Command | undefined {
  return commandTable().get(normalize(name));
}

/** Whether `engine` at `version` knows the command or subcommand. */
export function isKnownCommand(engine: EngineName, version: string, name: string): boolean {
  const command = findCommand(name);
  return command !== undefined && existsIn(command, engine, version);
}

/** Names of all commands and subcommands `engine` knows at `version`, in alphabetical order. */
export function commandNames(engine: EngineName, version: string): readonly string[] {
  return commandsOf(engine, version).map(({ name }) => name);
}

/** Commands and subcommands of `engine` at `version` in an ACL category, in alphabetical order. */
export function commandsInCategory(engine: EngineName, version: string, category: AclCategory): readonly string[] {
  return commandsOf(engine, version)
    .filter(({ categories }) => categories.includes(category))
    .map(({ name }) => name);
}

/** Whether `category`, without its `@`, is an ACL category; `all` is one. */
export function isAclCategory(category: string): boolean {
  return category === 'all' || (ACL_CATEGORIES as readonly string[]).includes(category) || category in MODULE_COMMANDS;
}

/**
 * Whether the service refuses the command, also when only its container is listed. AWS's page gives
 * `-config|set` as an example of an access string beside the rule that forbids naming such commands;
 * the rule stands here.
 */
export function isRestrictedCommand(service: ManagedService, name: string): boolean {
  const normalized = normalize(name);
  const container = normalized.split('|')[0] ?? normalized;
  return RESTRICTED[service].has(normalized) || RESTRICTED[service].has(container);
}

/** The known command nearest to a misspelt one, two letters off at most; undefined when none is near. */
export function suggestCommand(engine: EngineName, version: string, name: string): string | undefined {
  return nearest(normalize(name), commandNames(engine, version));
}

/** The ACL category nearest to a misspelt one; undefined when none is near. */
export function suggestAclCategory(category: string): string | undefined {
  return nearest(category.toLowerCase(), ['all', ...ACL_CATEGORIES]);
}

function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.min(2, Math.floor(word.length / 2));
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance <= limit && (best === undefined || distance < best.distance)) {
      best = { candidate, distance };
    }
  }
  return best?.candidate;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

function normalize(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/, '|');
}

function commandsOf(engine: EngineName, version: string): readonly Command[] {
  return [...commandTable().values()].filter((command) => existsIn(command, engine, version));
}

function existsIn(command: Command, engine: EngineName, version: string): boolean {
  const since = command.since[engine];
  return since !== undefined && compareVersions(version, since) >= 0;
}

let table: ReadonlyMap<string, Command> | undefined;

function commandTable(): ReadonlyMap<string, Command> {
  return (table ??= buildTable());
}

function buildTable(): ReadonlyMap<string, Command> {
  const commands = [...COMMAND_GROUPS.flatMap(coreCommands), ...moduleCommands()];
  commands.sort((a, b) => (a.name < b.name ? -1 : 1));
  return new Map(commands.map((command) => [command.name, command]));
}

function coreCommands({ categories, commands }: (typeof COMMAND_GROUPS)[number]): readonly Command[] {
  const shared = categories.split(' ').filter((word) => word !== '') as AclCategory[];
  return commands.split(' ').map((entry) => {
    const at = entry.lastIndexOf('@');
    const name = entry.slice(0, at);
    return { name, since: sinceOf(entry.slice(at + 1)), categories: shared, source: commandPage(name) };
  });
}

function moduleCommands(): readonly Command[] {
  return (['json', 'bloom', 'search'] as const).flatMap((module) => {
    const { names, since, source } = MODULE_COMMANDS[module];
    return names.split(' ').map((name) => ({ name: `${MODULE_PREFIXES[module]}${name}`, since, categories: [], module, source }));
  });
}

function sinceOf(text: string): Command['since'] {
  if (!/^[rv]/.test(text)) {
    return { redis: text, valkey: text };
  }
  const redis = /r([\d.]+)/.exec(text)?.[1];
  const valkey = /v([\d.]+)/.exec(text)?.[1];
  return { ...(redis === undefined ? {} : { redis }), ...(valkey === undefined ? {} : { valkey }) };
}

function commandPage(name: string): string {
  return `https://valkey.io/commands/${name.replace('|', '-')}/`;
}
