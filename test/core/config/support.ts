import type { ClusterBlueprint } from '../../../lib/core/blueprint/cluster';
import { resolveCluster, resolveSentinel } from '../../../lib/core/blueprint/resolve-self-managed';
import type { ResolvedCluster, ResolvedSentinel } from '../../../lib/core/blueprint/resolve-self-managed';
import type { SelfManagedUserSpec } from '../../../lib/core/blueprint/self-managed';
import type { SentinelBlueprint } from '../../../lib/core/blueprint/sentinel';

export const users: readonly SelfManagedUserSpec[] = [
  { name: 'app', can: ['read', 'write'], keys: ['app:*'], channels: ['news:*'] },
  { name: 'reader', can: ['read'], keys: ['app:*'] },
  { name: 'boss', can: ['admin'], keys: ['*'], channels: ['*'] },
];

const network: SentinelBlueprint['network'] = {
  vpcId: 'vpc-1',
  subnets: ['a', 'b', 'c'].map((zone) => ({ subnetId: `subnet-${zone}`, availabilityZone: `eu-central-1${zone}` })),
};

export function sentinel(overrides: Partial<SentinelBlueprint> = {}): ResolvedSentinel {
  return resolveSentinel({ kind: 'sentinel', name: 'sessions', instanceType: 'r7g.large', network, users, ...overrides });
}

export function cluster(overrides: Partial<ClusterBlueprint> = {}): ResolvedCluster {
  return resolveCluster({ kind: 'cluster', name: 'orders', instanceType: 'r7g.large', network, users, shards: ['s1', 's2', 's3'], ...overrides });
}
