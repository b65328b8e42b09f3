import type { AccessTarget } from '../access';
import { compareVersions, isKnownCommand } from '../catalog';

/** `SENTINEL` subcommands of every version from 6.2 on, as running Sentinels of Redis 7.0 and 8.0 and Valkey 8.0 to 9.1 list them. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'ckquorum', 'config', 'failover', 'flushconfig', 'get-master-addr-by-name', 'info-cache', 'is-master-down-by-addr', 'master', 'masters', 'monitor', 'myid',
  'pending-scripts', 'remove', 'replicas', 'reset', 'sentinels', 'set', 'slaves',
]);

/** Second names that Valkey gave some of them in 8.0. */
const VALKEY_8: ReadonlySet<string> = new Set(['get-primary-addr-by-name', 'is-primary-down-by-addr', 'primaries', 'primary']);

/** What a Sentinel answers besides `SENTINEL`; a rule on any other command stops it from loading its users. */
const OTHERS: ReadonlySet<string> = new Set(['acl', 'auth', 'client', 'command', 'hello', 'info', 'ping', 'psubscribe', 'publish', 'punsubscribe', 'role', 'subscribe', 'unsubscribe']);

/** Whether a Sentinel of this version knows the command or subcommand. */
export function sentinelKnows(target: AccessTarget, command: string): boolean {
  const [container = '', subcommand = ''] = command.split('|');
  if (container !== 'sentinel') return OTHERS.has(container) && isKnownCommand(target.engine, target.version, command);
  return EVERYWHERE.has(subcommand) || (VALKEY_8.has(subcommand) && target.engine === 'valkey' && compareVersions(target.version, '8.0') >= 0);
}
