import { resolveCluster, resolveSentinel } from '../../core/blueprint/resolve-self-managed';
import type { ResolvedSelfManagedBlueprint } from '../../core/blueprint/resolve-self-managed';
import type { SelfManagedOptions } from '../../core/blueprint/self-managed';
import { findInstanceType } from '../../core/catalog';
import { directiveProblems } from '../../core/config';
import { managedCacheOf, nodeById, nodesOfKind, type Plan } from '../../core/plan/plan';
import type { EngineSpec } from '../engines';
import type { ExtraUser } from '../topology';

/** A managed cache as engines of one's own can stand in for it. */
export interface ManagedEquivalent {
  readonly resolved: ResolvedSelfManagedBlueprint;
  readonly engine: Required<EngineSpec>;
  /** The plan's users with their exact access strings. */
  readonly extraUsers: readonly ExtraUser[];
  readonly differences: readonly string[];
  readonly limits: readonly string[];
}

/** Fewer cannot agree that one of them is gone; more only cost time on one machine. */
const SHARDS = { fewest: 3, most: 6 } as const;
const INSTANCE = 'r7g.large';
const ZONES = ['a', 'b', 'c'];

const LIMITS: readonly string[] = [
  'how long the service takes for a failover, a scaling or a replacement: it has its own control plane; what is measured here is the engine',
  'authentication with IAM: users that have it log in with a password here',
  'what the service withholds from every user, whatever its access string says',
  'memory that the service reserves, its own engine patches (data tiering, enhanced I/O), backups, alarms, network rules and encryption at rest',
  'times between machines and zones: all hosts stand on this machine',
];

/** The same engine version, users, parameters and shards, on Sentinel for one shard and on a cluster for several. */
export function managedEquivalent(plan: Plan): ManagedEquivalent {
  const cache = managedCacheOf(plan);
  const { parameters, left } = parametersOf(plan);
  const wanted = cache.topology.mode === 'sharded' ? shardsOf(cache.topology) : 1;
  const shards = Math.min(SHARDS.most, Math.max(SHARDS.fewest, wanted));
  const stated = Math.max(...cache.members.map(({ ordinal }) => ordinal)) - 1;
  const replicas = Math.min(4, Math.max(1, stated));
  const words = instanceFor(cache.nodeType);
  const common: Omit<SelfManagedOptions, 'kind'> = {
    name: plan.id,
    engine: cache.engine,
    version: cache.version,
    workload: plan.workload,
    instanceType: words,
    replicas,
    network: { vpcId: 'vpc-local', subnets: ZONES.map((zone) => ({ subnetId: `subnet-${zone}`, availabilityZone: `local-${zone}` })) },
    users: [],
    persistence: { appendOnly: false },
    minReplicasToWrite: 0,
  };
  const bare =
    cache.topology.mode === 'sharded'
      ? resolveCluster({ kind: 'cluster', ...common, shards: Array.from({ length: shards }, (_, index) => `s${index + 1}`) })
      : resolveSentinel({ kind: 'sentinel', ...common });
  const usable = usableParameters(bare, parameters);
  return {
    resolved: { ...bare, directives: usable.directives },
    engine: { engine: cache.engine, version: cache.version },
    extraUsers: nodesOfKind(plan, 'accessUser')
      .filter(({ authentication }) => authentication.method !== 'none')
      .map(({ userName, accessString }) => ({ name: userName, rules: accessString })),
    differences: [
      `the service's ${cache.topology.mode === 'sharded' ? 'cluster mode' : 'replication group'} is stood in for by ${cache.topology.mode === 'sharded' ? 'a Redis Cluster' : 'three Sentinels'} of the same shape; failover is theirs and not the service's`,
      ...(cache.topology.mode === 'sharded' && shards !== wanted ? [`${wanted} shards became ${shards}: fewer than ${SHARDS.fewest} cannot vote, more than ${SHARDS.most} only cost time here`] : []),
      ...(replicas === stated ? [] : [`${stated} replicas became ${replicas}, so that there is something to fail over to`]),
      ...left.map(({ name, reason }) => `parameter ${name} was not rehearsed: ${reason}`),
      ...usable.left.map(({ name, reason }) => `parameter ${name} was not rehearsed: ${reason}`),
    ],
    limits: LIMITS,
  };
}

interface Left {
  readonly name: string;
  readonly reason: string;
}

function parametersOf(plan: Plan): { readonly parameters: Readonly<Record<string, string>>; readonly left: readonly Left[] } {
  const group = nodeById(plan, 'parameterGroup', managedCacheOf(plan).parameterGroup);
  if (group.source.from === 'existing') return { parameters: {}, left: [{ name: `group ${group.source.name}`, reason: 'its values are managed elsewhere' }] };
  return { parameters: group.source.parameters, left: [] };
}

function usableParameters(resolved: ResolvedSelfManagedBlueprint, parameters: Readonly<Record<string, string>>): { readonly directives: Readonly<Record<string, string>>; readonly left: readonly Left[] } {
  const problems = new Map(directiveProblems({ ...resolved, directives: parameters }).map(({ directive, problem }) => [directive, problem]));
  return {
    directives: Object.fromEntries(Object.entries(parameters).filter(([name]) => !problems.has(name))),
    left: [...problems].map(([name, problem]) => ({ name, reason: `as a directive it ${problem}` })),
  };
}

/** The machine behind a node type where EC2 has one of that name; only limits of memory follow from it. */
function instanceFor(nodeType: string): string {
  const name = nodeType.replace(/^cache\./, '');
  return findInstanceType(name) === undefined ? INSTANCE : name;
}

function shardsOf(topology: Extract<ReturnType<typeof managedCacheOf>['topology'], { mode: 'sharded' }>): number {
  return topology.shards.length;
}
