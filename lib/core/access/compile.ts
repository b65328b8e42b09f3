import type { ResolvedUser } from '../blueprint/resolve';
import { ACCESS_SYNTAX_MINIMUM } from '../catalog';
import { commandName, withoutOverridden } from './command-rules';
import { normalisePatterns } from './pattern';
import { isAtLeast, speaks } from './target';
import type { AccessTarget } from './target';

/** What of a user decides its access string. */
export type AccessWords = Pick<ResolvedUser, 'can' | 'keys' | 'channels' | 'allowCommands' | 'denyCommands'>;

/**
 * Access string of the engine's `default` user when it is switched off: no login, no key, no command.
 *
 * Says nothing about channels, because 6.0 knows no rule for them, and a user without `publish` and `subscribe` reaches none.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export const DEFAULT_USER_OFF = 'off -@all';

/**
 * Turns what a user may do into an access string for an engine version.
 *
 * The order is the one in which engines print users (state, keys, channels, commands), so that what the service
 * reports differs from what was asked for as little as possible.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export function compileAccessString(user: AccessWords, target: AccessTarget): string {
  return ['on', ...keyRules(user, target), ...channelRules(user, target), ...commandRules(user, target)].join(' ');
}

/** From 7.0 on a pattern grants only the direction that was asked for, so that `SET k v GET` and `GETDEL` give nothing away to writers. */
function keyRules(user: AccessWords, target: AccessTarget): readonly string[] {
  return normalisePatterns(user.keys).map((pattern) => `${keyPrefix(user, target)}${pattern}`);
}

function keyPrefix({ can, allowCommands }: AccessWords, target: AccessTarget): string {
  // Single commands are granted for what they do; a direction would take half of it back.
  if (!speaks(target, ACCESS_SYNTAX_MINIMUM.keyPermissions) || can.includes('admin') || allowCommands.length > 0) return '~';
  const reads = can.includes('read');
  const writes = can.includes('write');
  return reads === writes ? '~' : reads ? '%R~' : '%W~';
}

/** Starts from no channel: the service's families let new users into all of them (`acl-pubsub-default`). */
function channelRules(user: AccessWords, target: AccessTarget): readonly string[] {
  if (!speaks(target, ACCESS_SYNTAX_MINIMUM.channels)) return [];
  const patterns = normalisePatterns(user.channels);
  return patterns[0] === '*' ? ['&*'] : ['resetchannels', ...patterns.map((pattern) => `&${pattern}`)];
}

function commandRules(user: AccessWords, target: AccessTarget): readonly string[] {
  return withoutOverridden([
    ...(user.can.includes('admin') ? ['+@all'] : intentRules(user, target)),
    ...signed('+', user.allowCommands),
    ...signed('-', user.denyCommands),
  ]);
}

function signed(sign: '+' | '-', commands: readonly string[]): readonly string[] {
  const names = [...new Set(commands.map(commandName))];
  // A command speaks for its subcommands too.
  const whole = names.filter((name) => !name.includes('|') || !names.includes(name.slice(0, name.indexOf('|'))));
  return whole.sort().map((command) => `${sign}${command}`);
}

function intentRules(user: AccessWords, target: AccessTarget): readonly string[] {
  const { can } = user;
  return [
    '-@all',
    ...(can.includes('read') ? ['+@read'] : []),
    ...(can.includes('write') ? ['+@write'] : []),
    '+@connection',
    ...(can.length > 0 ? ['+@transaction'] : []),
    // Every administrative command is dangerous too, so that `-@admin` would say nothing more.
    '-@dangerous',
    ...(can.includes('write') ? scriptRules(can.includes('read'), target) : []),
    ...(can.includes('read') ? listingRules(user, target) : []),
    ...discoveryRules(target),
    ...pubsubRules(user, target),
  ];
}

/**
 * Scripts run with the keys and commands of their caller, so who may read and write may run them. Managing functions is
 * in `@write` from 7.0 on and reaches everybody's functions: that is left to admins.
 */
function scriptRules(reads: boolean, target: AccessTarget): readonly string[] {
  const seven = isAtLeast(target, '7.0');
  return [
    ...(seven ? ['-@scripting'] : []),
    ...(reads ? ['+eval', '+evalsha'] : []),
    ...(reads && seven ? ['+eval_ro', '+evalsha_ro', '+fcall', '+fcall_ro'] : []),
    ...(reads ? ['+script|exists', '+script|load'] : []),
  ];
}

/** Commands that show key names whatever the patterns say; names such as `session:<token>` are secrets. */
function listingRules({ keys }: AccessWords, target: AccessTarget): readonly string[] {
  if (keys.includes('*')) return [];
  return ['-scan', '-randomkey', ...(isAtLeast(target, '9.1') ? ['-clusterscan'] : [])];
}

/**
 * What client libraries send before the first command: `INFO` for ioredis' ready check, the slot map for cluster clients,
 * their name. From 7.0 on `@connection` holds the harmless `CLIENT` subcommands (`SETINFO` too where it exists, which
 * 7.0 and 7.1 refuse to load by name); before, `CLIENT` is one dangerous command and its subcommands are named.
 */
function discoveryRules(target: AccessTarget): readonly string[] {
  const cluster = ['info', 'keyslot', 'myid', 'nodes', ...(isAtLeast(target, '7.0') ? ['shards'] : []), 'slots'];
  const client = ['getname', 'id', ...(isAtLeast(target, '6.2') ? ['info'] : []), 'setname'];
  return [
    '+info',
    ...cluster.map((subcommand) => `+cluster|${subcommand}`),
    ...(isAtLeast(target, '7.0')
      ? []
      : ['+asking', '+readonly', '+readwrite', '+select', ...client.map((subcommand) => `+client|${subcommand}`)]),
  ];
}

/** Readers listen and writers publish, on the user's channels; `PUBSUB` lists the channels of others and is left out. */
function pubsubRules({ can, channels }: AccessWords, target: AccessTarget): readonly string[] {
  if (channels.length === 0) return [];
  const sharded = isAtLeast(target, '7.0');
  return [
    ...(can.includes('read') ? ['+psubscribe', '+punsubscribe', '+subscribe', '+unsubscribe'] : []),
    ...(can.includes('read') && sharded ? ['+ssubscribe', '+sunsubscribe'] : []),
    ...(can.includes('write') ? ['+publish'] : []),
    ...(can.includes('write') && sharded ? ['+spublish'] : []),
  ];
}
