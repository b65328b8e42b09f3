import type { AccessTarget } from '../access';
import { ACCESS_SYNTAX_MINIMUM, compareVersions } from '../catalog';
import type { ResolvedNode, ResolvedSelfManagedBlueprint, ResolvedSentinel } from '../blueprint/resolve-self-managed';
import { applicationRules } from './application-access';
import { ConfigDefect } from './defect';
import { passwordHashOf } from './placeholders';
import { dataGrants, DISCOVERY_COMMANDS, sentinelGrants, SERVICE_USERS } from './service-users';
import type { ServiceUser } from './service-users';

/**
 * `users.acl` of a data node: one user a line.
 *
 * `sanitize-payload` is what every version gives a new user by itself, so no line says it.
 * @see https://valkey.io/topics/acl/
 */
export function renderUsersAcl(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): string {
  if (node.duty === 'sentinel') throw new ConfigDefect(`node ${node.name} holds no data`);
  const target: AccessTarget = resolved;
  return file([
    defaultUserOff(target),
    ...serviceUsersOf(resolved).map((user) => line(user.name, [...places(user.keys, user.channels, target), ...dataGrants(user, target)])),
    ...resolved.users.map((user) => line(user.name, applicationRules(user, target))),
  ]);
}

/**
 * ACL file of a Sentinel: Sentinels, the operator and metrics as themselves; applications may ask where the primary is and hear
 * about a new one, with the password they have on data nodes.
 * @see https://valkey.io/topics/sentinel/
 */
export function renderSentinelUsersAcl(resolved: ResolvedSentinel, node: ResolvedNode): string {
  if (node.duty === 'data') throw new ConfigDefect(`node ${node.name} runs no Sentinel`);
  const target: AccessTarget = resolved;
  return file([
    defaultUserOff(target),
    ...SERVICE_USERS.flatMap(({ name, sentinelCommands, sentinelChannels }) =>
      sentinelCommands === undefined ? [] : [line(name, [...places([], sentinelChannels, target), ...sentinelGrants(sentinelCommands, target)])],
    ),
    ...resolved.users.map((user) => line(user.name, [...places([], ['*'], target), ...sentinelGrants(DISCOVERY_COMMANDS, target)])),
  ]);
}

/** Users whose passwords a node needs, the application's last. */
export function usersOn(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): readonly string[] {
  const service = serviceUsersOf(resolved)
    .filter(({ sentinelCommands }) => node.duty !== 'sentinel' || sentinelCommands !== undefined)
    .map(({ name }) => name as string);
  return [...service, ...resolved.users.map(({ name }) => name)];
}

/** Service users that a topology has: there is no Sentinel in a cluster. */
export function serviceUsersOf(resolved: Pick<ResolvedSelfManagedBlueprint, 'kind'>): readonly ServiceUser[] {
  return SERVICE_USERS.filter(({ name }) => resolved.kind === 'sentinel' || name !== 'sentinel');
}

function defaultUserOff(target: AccessTarget): string {
  return ['user default off', ...places([], [], target), '-@all'].join(' ');
}

function line(name: string, rules: readonly string[]): string {
  const text = ['user', name, 'on', `#${passwordHashOf(name)}`, ...rules].join(' ');
  const words = [name, ...rules];
  if (words.some((word) => word === '' || /[\s"'\\\p{Cc}]/u.test(word) || word.includes('{{'))) throw new ConfigDefect(`user ${JSON.stringify(name)} cannot be written on one line`);
  return text;
}

function places(keys: readonly string[] = [], channels: readonly string[] = [], target: AccessTarget): readonly string[] {
  const minimum = ACCESS_SYNTAX_MINIMUM.channels[target.engine];
  const knowsChannels = compareVersions(target.version, minimum) >= 0;
  const channelRules = channels.includes('*') ? ['&*'] : ['resetchannels', ...channels.map((channel) => `&${channel}`)];
  return [...keys.map((key) => `~${key}`), ...(knowsChannels ? channelRules : [])];
}

function file(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
