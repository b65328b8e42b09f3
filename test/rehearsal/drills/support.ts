import { resolveCluster, resolveSentinel } from '../../../lib/core/blueprint/resolve-self-managed';
import type { ClusterBlueprint } from '../../../lib/core/blueprint/cluster';
import type { ResolvedCluster, ResolvedSentinel } from '../../../lib/core/blueprint/resolve-self-managed';
import type { SentinelBlueprint } from '../../../lib/core/blueprint/sentinel';
import { DRILLS, type Drill } from '../../../lib/rehearsal/drills';

const common = {
  name: 'sessions',
  instanceType: 'r7g.large',
  workload: 'session',
  network: { vpcId: 'vpc-1', subnets: ['a', 'b', 'c'].map((zone) => ({ subnetId: `subnet-${zone}`, availabilityZone: `eu-central-1${zone}` })) },
  users: [{ name: 'app', can: ['read', 'write'], keys: ['app:*'] }, { name: 'reader', can: ['read'], keys: ['app:*'] }],
} as const;

/** Believes a failure sooner than a deployment should, so that tests are short. */
export function sentinel(overrides: Partial<SentinelBlueprint> = {}): ResolvedSentinel {
  return resolveSentinel({ kind: 'sentinel', ...common, sentinels: { downAfterMs: 2000 }, ...overrides });
}

export function cluster(overrides: Partial<ClusterBlueprint> = {}): ResolvedCluster {
  return resolveCluster({ kind: 'cluster', ...common, shards: ['s1', 's2', 's3'], nodeTimeoutMs: 2000, ...overrides });
}

export function drill(name: string): Drill {
  const found = DRILLS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no drill ${name}`);
  return found;
}
