import type { ResolvedCluster, ResolvedNode, ResolvedSelfManagedBlueprint, ResolvedSentinel } from '../../core/blueprint/resolve-self-managed';
import { directiveProblems } from '../../core/config';
import type { Engine } from '../engines';

/** Words of access that every drill's own user has; its keys are nobody else's. */
export const DRILL_KEYS = 'rehearsal:';
const DRILL_USER = 'rehearsal-drills';

/** A user whose access string is given as it is, as a managed service takes it. */
export interface ExtraUser {
  readonly name: string;
  readonly rules: string;
}

/** A blueprint as an engine of this machine can run it. */
export interface Adapted<R extends ResolvedSelfManagedBlueprint = ResolvedSelfManagedBlueprint> {
  readonly resolved: R;
  /** User whose records the drills count. */
  readonly drillUser: string;
  /** What differs from the blueprint, one sentence each. */
  readonly differences: readonly string[];
}

/** Adapts a blueprint to an engine: its version decides what is rendered, and a user of the drills' own is added. */
export function adapt<R extends ResolvedSelfManagedBlueprint>(resolved: R, engine: Pick<Engine, 'engine' | 'version'>): Adapted<R> {
  const version = engine.version.split('.').slice(0, 2).join('.');
  const onEngine: R = { ...resolved, engine: engine.engine, version };
  const unusable = directiveProblems(onEngine).map(({ directive }) => directive);
  const directives = Object.fromEntries(Object.entries(resolved.directives).filter(([name]) => !unusable.includes(name)));
  const drillUser = freeName(resolved.users.map(({ name }) => name));
  const user = { name: drillUser, can: ['read', 'write'], keys: [`${DRILL_KEYS}*`], channels: [], allowCommands: ['wait'], denyCommands: [] } as const;
  const stated = `${resolved.engine} ${resolved.version}`;
  return {
    resolved: { ...onEngine, directives, users: [...resolved.users, user] },
    drillUser,
    differences: [
      ...(stated === `${engine.engine} ${version}` ? [] : [`the blueprint says ${stated}, the rehearsal ran on ${engine.engine} ${engine.version}`]),
      ...unusable.map((name) => `directive ${name} was left out, as ${engine.engine} ${engine.version} does not take it`),
      `user ${drillUser} was added for the records that drills write under ${DRILL_KEYS}*`,
    ],
  };
}

function freeName(taken: readonly string[]): string {
  let name = DRILL_USER;
  while (taken.includes(name)) name += '-';
  return name;
}

/** The same deployment with one more replica. */
export function withReplica(resolved: ResolvedSentinel): ResolvedSentinel {
  const data = resolved.nodes.filter(({ duty }) => duty !== 'sentinel');
  const ordinal = data.length + 1;
  return { ...resolved, replicas: resolved.replicas + 1, nodes: [...resolved.nodes, extraNode(resolved, `data-${ordinal}`, ordinal, ordinal - 1, data[0]?.shard)] };
}

/** The same deployment with one more shard, named after its position; returns the shard's name, too. */
export function withShard(resolved: ResolvedCluster): { readonly resolved: ResolvedCluster; readonly shard: string } {
  const number = resolved.shards.length + 1;
  let shard = `s${number}`;
  while (resolved.shards.includes(shard)) shard += 'x';
  const nodes = Array.from({ length: resolved.replicas + 1 }, (_, index) => extraNode(resolved, `${shard}-${index + 1}`, index + 1, number - 1 + index, shard));
  return { resolved: { ...resolved, shards: [...resolved.shards, shard], nodes: [...resolved.nodes, ...nodes] }, shard };
}

function extraNode({ network, cacheId }: ResolvedSelfManagedBlueprint, name: string, ordinal: number, zone: number, shard?: string): ResolvedNode {
  const subnet = network.subnets[zone % Math.max(1, network.subnets.length)] ?? { subnetId: '', availabilityZone: '' };
  return { name, duty: 'data', ordinal, subnet, host: `${name}.${cacheId}.${network.domain}`, shard };
}
