import { compareVersions, isKnownCommand } from '../catalog';
import type { AccessTarget } from '../access';
import { sentinelKnows } from './sentinel-commands';

export type ServiceUserName = 'replication' | 'sentinel' | 'operator' | 'metrics' | 'backup';

/** A user that the deployment itself needs, with the least it can work with. */
export interface ServiceUser {
  readonly name: ServiceUserName;
  readonly purpose: string;
  /** Commands on data nodes; those that an engine version lacks are left out of its file. */
  readonly commands: readonly string[];
  /** Commands on data nodes besides, from Valkey 9.0 on. @default - none */
  readonly valkey9Commands?: readonly string[];
  /** Commands on Sentinels. @default - no login there */
  readonly sentinelCommands?: readonly string[];
  /** Key patterns. @default - no key */
  readonly keys?: readonly string[];
  /** Channels on data nodes. @default - no channel */
  readonly channels?: readonly string[];
  /** Channels on Sentinels. @default - no channel */
  readonly sentinelChannels?: readonly string[];
  readonly source: string;
}

const SENTINEL_PAGE = 'https://valkey.io/topics/sentinel/';
const HELLO_CHANNEL = '__sentinel__:hello';
const GREETING = ['auth', 'hello', 'ping', 'client|setname', 'client|setinfo'] as const;

/** How clients find the primary and hear of a new one. */
export const DISCOVERY_COMMANDS = [
  ...GREETING, 'command', 'info', 'role', 'psubscribe', 'punsubscribe', 'subscribe', 'unsubscribe', 'sentinel|get-master-addr-by-name',
  'sentinel|get-primary-addr-by-name', 'sentinel|master', 'sentinel|masters', 'sentinel|primary', 'sentinel|primaries',
  'sentinel|replicas', 'sentinel|sentinels', 'sentinel|slaves', 'sentinel|myid', 'sentinel|ckquorum',
] as const;

/** What `valkey-cli --cluster` sends to make, scale, move and check a cluster. */
const CLUSTER_COMMANDS = [
  'addslots', 'addslotsrange', 'bumpepoch', 'cancelslotmigrations', 'count-failure-reports', 'countkeysinslot', 'delslots', 'delslotsrange', 'failover', 'forget',
  'getkeysinslot', 'getslotmigrations', 'info', 'keyslot', 'links', 'meet', 'migrateslots', 'myid', 'myshardid', 'nodes', 'replicas', 'replicate', 'reset',
  'saveconfig', 'set-config-epoch', 'setslot', 'shards', 'slaves', 'slots', 'slot-stats',
].map((subcommand) => `cluster|${subcommand}`);

/**
 * Users that the library makes. Their names are reserved.
 *
 * `CONFIG GET` shows the replication password, so nobody but the operator has it.
 */
export const SERVICE_USERS: readonly ServiceUser[] = [
  {
    name: 'replication',
    purpose: 'replicas copy the primary, nodes hand slots to each other',
    // `CLUSTER SYNCSLOTS` is how a node of Valkey 9 receives slots; it logs in as the primary user.
    commands: ['ping', 'psync', 'replconf', 'cluster|syncslots'],
    source: 'https://valkey.io/topics/acl/',
  },
  {
    name: 'sentinel',
    purpose: 'Sentinels watch data nodes, promote replicas, and talk to each other',
    commands: [
      ...GREETING, 'client|kill', 'config|rewrite', 'exec', 'info', 'multi', 'publish', 'replicaof', 'role', 'script|kill', 'slaveof', 'subscribe',
    ],
    // `SENTINEL FAILOVER <name> COORDINATED`: without CLIENT PAUSE a 9.1 primary refused it, and nothing failed over.
    valkey9Commands: ['client|pause', 'client|unpause', 'failover'],
    channels: [HELLO_CHANNEL],
    sentinelCommands: [...GREETING, 'publish', 'sentinel|is-master-down-by-addr', 'sentinel|is-primary-down-by-addr'],
    sentinelChannels: [HELLO_CHANNEL],
    source: SENTINEL_PAGE,
  },
  {
    name: 'operator',
    purpose: 'people with a runbook, start and stop of a node, scaling',
    commands: [
      ...GREETING, 'acl|dryrun', 'acl|getuser', 'acl|list', 'acl|load', 'acl|log', 'acl|users', 'acl|whoami', 'asking', 'bgrewriteaof', 'bgsave', 'client|getname', 'client|id',
      'client|info', 'client|kill', 'client|list', 'client|no-evict', 'client|pause', 'client|unpause', 'command', 'commandlog|get', 'commandlog|len',
      'commandlog|reset', 'config|get', 'config|resetstat', 'config|rewrite', 'config|set', 'dbsize', 'failover', 'info', 'lastsave', 'latency|doctor',
      'latency|graph', 'latency|histogram', 'latency|history', 'latency|latest', 'latency|reset', 'memory|doctor', 'memory|malloc-stats', 'memory|purge',
      'memory|stats', 'migrate', 'module|list', 'readonly', 'readwrite', 'replicaof', 'reset', 'restore', 'restore-asking', 'role', 'select',
      'slowlog|get', 'slowlog|len', 'slowlog|reset', 'time', 'wait', 'waitaof', ...CLUSTER_COMMANDS,
    ],
    // Resharding moves keys of every name; reading them is not among the commands.
    keys: ['*'],
    sentinelCommands: [
      ...DISCOVERY_COMMANDS, 'acl|load', 'acl|log', 'acl|whoami', 'client|list', 'sentinel|config', 'sentinel|failover', 'sentinel|flushconfig', 'sentinel|info-cache',
      'sentinel|pending-scripts', 'sentinel|remove', 'sentinel|reset', 'sentinel|set', 'sentinel|monitor',
    ],
    sentinelChannels: ['*'],
    source: 'https://valkey.io/topics/cluster-tutorial/',
  },
  {
    name: 'metrics',
    purpose: 'the platform\'s agent reads figures',
    commands: [
      ...GREETING, 'acl|log', 'cluster|info', 'cluster|myid', 'cluster|nodes', 'cluster|shards', 'dbsize', 'info', 'lastsave', 'latency|histogram', 'latency|latest', 'role', 'slowlog|len',
    ],
    sentinelCommands: [
      ...GREETING, 'info', 'role', 'sentinel|ckquorum', 'sentinel|get-master-addr-by-name', 'sentinel|masters', 'sentinel|primaries', 'sentinel|replicas', 'sentinel|sentinels', 'sentinel|slaves',
    ],
    source: 'https://valkey.io/commands/info/',
  },
  {
    name: 'backup',
    purpose: 'a snapshot is copied from a replica as if by another replica',
    commands: [...GREETING, 'cluster|myid', 'cluster|nodes', 'dbsize', 'info', 'lastsave', 'psync', 'replconf', 'role', 'sync'],
    source: 'https://valkey.io/topics/cli/',
  },
];

/** Names that application users cannot have. */
export const RESERVED_USER_NAMES: readonly string[] = ['default', ...SERVICE_USERS.map(({ name }) => name)];

/** The service user of that name. */
export function serviceUser(name: ServiceUserName): ServiceUser {
  return SERVICE_USERS.find((user) => user.name === name) as ServiceUser;
}

/**
 * ACL rules that grant exactly these commands on a data node.
 *
 * A subcommand that an engine version does not know stops it from loading the file, such as `client|setinfo` before 7.2.
 */
export function dataGrants(user: Pick<ServiceUser, 'commands' | 'valkey9Commands'>, target: AccessTarget): readonly string[] {
  const nine = target.engine === 'valkey' && compareVersions(target.version, '9.0') >= 0;
  const commands = [...user.commands, ...(nine ? user.valkey9Commands ?? [] : [])];
  return grants(commands.filter((command) => isKnownCommand(target.engine, target.version, command)));
}

/** The same on a Sentinel. */
export function sentinelGrants(commands: readonly string[], target: AccessTarget): readonly string[] {
  return grants(commands.filter((command) => sentinelKnows(target, command)));
}

function grants(commands: readonly string[]): readonly string[] {
  return ['-@all', ...[...new Set(commands)].sort().map((command) => `+${command}`)];
}
