import { resolveCluster, resolveSentinel } from '../../lib/core/blueprint/resolve-self-managed';
import type { ResolvedSelfManagedBlueprint } from '../../lib/core/blueprint/resolve-self-managed';
import type { ProcedureStep } from '../../lib/core/operations/procedures';
import { DRILLS, type EngineSpec } from '../../lib/rehearsal';

export type TopologyName = 'sentinel' | 'cluster';
export type DefaultsName = 'ours' | 'stock' | 'chart';

/** One column of the table on one topology and engine. */
export interface Cell {
  readonly topology: TopologyName;
  readonly engine: EngineSpec;
  readonly defaults: DefaultsName;
}

export const ENGINES: readonly EngineSpec[] = [
  { engine: 'redis', version: '7.0' },
  { engine: 'redis', version: '8.0' },
  { engine: 'valkey', version: '8.1' },
  { engine: 'valkey', version: '9.1' },
];

const common = {
  name: 'drills',
  instanceType: 'r7g.large',
  workload: 'session',
  network: { vpcId: 'vpc-drills', subnets: ['a', 'b', 'c'].map((zone) => ({ subnetId: `subnet-${zone}`, availabilityZone: `eu-central-1${zone}` })) },
  users: [{ name: 'app', can: ['read', 'write'], keys: ['app:*'] }],
} as const;

/** What the drills of a cell run on. */
export function subjectOf({ topology, defaults }: Pick<Cell, 'topology' | 'defaults'>): ResolvedSelfManagedBlueprint {
  const guards = defaults === 'ours' ? {} : { minReplicasToWrite: 0, minReplicasMaxLagSeconds: 10 };
  if (topology === 'cluster') {
    const stock = defaults === 'ours' ? {} : { nodeTimeoutMs: 15_000, requireFullCoverage: true };
    return resolveCluster({ kind: 'cluster', ...common, shards: ['s1', 's2', 's3'], ...guards, ...stock });
  }
  const timing = { ours: {}, stock: { downAfterMs: 30_000, failoverTimeoutMs: 180_000 }, chart: { downAfterMs: 60_000, failoverTimeoutMs: 180_000 } }[defaults];
  return resolveSentinel({ kind: 'sentinel', ...common, ...guards, sentinels: timing });
}

/** What people do who follow the stock documentation: the Sentinels fail over and nobody holds the writes. */
export function failoverStepsOf({ topology, defaults }: Cell): readonly ProcedureStep[] | undefined {
  if (topology === 'cluster' || defaults === 'ours') return undefined;
  return [
    { name: 'fail over', on: 'sentinel', command: ['SENTINEL', 'FAILOVER', common.name], reason: 'the stock way' },
    { name: 'wait for the new primary', until: 'primary-changed', timeoutMs: 60_000, reason: 'the stock way' },
  ];
}

/** Drills whose result hangs on the defaults; the others would say the same thrice. */
const DEPENDENT = ['planned-failover', 'kill-primary', 'cut-primary', 'cut-primary-with-client', 'freeze-primary'];

export function drillsOf({ defaults }: Pick<Cell, 'defaults'>): typeof DRILLS {
  return defaults === 'ours' ? DRILLS : DRILLS.filter(({ name }) => DEPENDENT.includes(name));
}

/** Defaults that are compared on a topology; charts leave the cluster's as they are. */
export const DEFAULTS_OF: Readonly<Record<TopologyName, readonly DefaultsName[]>> = { sentinel: ['ours', 'stock', 'chart'], cluster: ['ours', 'stock'] };
