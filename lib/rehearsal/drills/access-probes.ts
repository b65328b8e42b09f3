import type { ResolvedSelfManagedBlueprint } from '../../core/blueprint/resolve-self-managed';
import { serviceUsersOf, type ServiceUserName } from '../../core/config';

/** A command that a user must or must not be able to give. */
export interface Probe {
  readonly user: string;
  readonly command: readonly [string, ...string[]];
  readonly allowed: boolean;
}

type Verdict = { readonly may: readonly string[]; readonly mayNot: readonly string[] };

/** What nobody but the operator or the engine itself ever needs; a user who has one of them owns the deployment. */
const TAKEOVER = ['shutdown', 'debug sleep 0', 'config set maxmemory 1', 'acl setuser intruder', 'replicaof no one', 'module load x'];

const SERVICE: Readonly<Record<ServiceUserName, Verdict>> = {
  replication: { may: ['ping', 'psync x 1', 'replconf ack 1'], mayNot: [...TAKEOVER, 'get k', 'info', 'config get maxmemory'] },
  sentinel: { may: ['ping', 'info', 'replicaof no one', 'config rewrite', 'publish __sentinel__:hello x'], mayNot: ['get k', 'set k v', 'flushall', 'shutdown', 'acl list', 'publish other x', 'config set maxmemory 1'] },
  operator: { may: ['ping', 'info', 'client list', 'client pause 1 write', 'client unpause', 'config get maxmemory', 'dbsize'], mayNot: ['get k', 'set k v', 'flushall', 'keys *', 'shutdown', 'debug sleep 0', 'module load x', 'acl setuser intruder'] },
  metrics: { may: ['ping', 'info', 'dbsize', 'latency latest'], mayNot: [...TAKEOVER, 'get k', 'client list', 'config get maxmemory', 'keys *'] },
  backup: { may: ['ping', 'info', 'sync', 'psync x 1'], mayNot: [...TAKEOVER, 'get k', 'flushall', 'keys *', 'config get dir'] },
};

/** Everything that is tried with each user of a deployment. */
export function probesFor(resolved: ResolvedSelfManagedBlueprint): readonly Probe[] {
  const service = serviceUsersOf(resolved).flatMap(({ name }) => [
    ...SERVICE[name].may.map((command) => probe(name, command, true)),
    ...SERVICE[name].mayNot.map((command) => probe(name, command, false)),
  ]);
  return [...service, ...resolved.users.flatMap(applicationProbes)];
}

function applicationProbes(user: ResolvedSelfManagedBlueprint['users'][number]): readonly Probe[] {
  // Rules of the user's own wording may reach anything; only what they leave alone can be predicted.
  const worded = user.allowCommands.length > 0 || user.denyCommands.length > 0;
  const reads = user.can.includes('read') || user.can.includes('admin');
  const writes = user.can.includes('write') || user.can.includes('admin');
  const [own] = user.keys.map(keyOf);
  const foreign = 'rehearsal foreign key';
  const outside = user.keys.every((pattern) => !matches(pattern, foreign));
  const named = new Set(user.allowCommands.map((command) => command.toLowerCase().split(/[\s|]/)[0]));
  return [
    ...(own === undefined || (worded && user.denyCommands.length > 0) ? [] : [...(reads ? [one(user.name, ['get', own], true)] : []), ...(writes ? [one(user.name, ['set', own, 'x'], true)] : [])]),
    ...(own === undefined || worded || writes ? [] : [one(user.name, ['set', own, 'x'], false)]),
    ...(outside ? [one(user.name, ['get', foreign], false), one(user.name, ['set', foreign, 'x'], false)] : []),
    ...TAKEOVER.filter((command) => !named.has(command.split(' ')[0])).map((command) => probe(user.name, command, false)),
  ];
}

function probe(user: string, command: string, allowed: boolean): Probe {
  const [name = '', ...args] = command.split(' ');
  return one(user, [name, ...args], allowed);
}

function one(user: string, command: Probe['command'], allowed: boolean): Probe {
  return { user, command, allowed };
}

/** A key that a pattern lets through. @see https://valkey.io/commands/keys/ */
function keyOf(pattern: string): string {
  return pattern.replace(/^%[RW]+~/, '').replace(/\[\^?(.)[^\]]*\]/g, '$1').replaceAll('?', 'x').replaceAll('*', 'rehearsal');
}

function matches(pattern: string, key: string): boolean {
  const plain = pattern.replace(/[.+^${}()|\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${plain}$`, 's').test(key);
}
