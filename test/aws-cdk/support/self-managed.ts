import type { ClusterBlueprint, SentinelBlueprint } from '../../../lib/core/blueprint';

const SUBNETS = ['a', 'b', 'c'].map((zone, index) => ({ subnetId: `subnet-0a1b2c3d4e5f6071${index}`, availabilityZone: `eu-central-1${zone}` }));

/** Sessions on a primary, two replicas and three Sentinels, every value that tests read stated here. */
export const SENTINEL: SentinelBlueprint = {
  kind: 'sentinel',
  name: 'carts',
  region: 'eu-central-1',
  workload: 'session',
  engine: 'valkey',
  instanceType: 'r7g.large',
  image: 'debian-13',
  replicas: 2,
  network: { vpcId: 'vpc-0a1b2c3d4e5f60718', subnets: SUBNETS, allowFromSecurityGroups: ['sg-0a1b2c3d4e5f60718'] },
  users: [{ name: 'web', can: ['read', 'write'], keys: ['cart:*'] }],
  monitoring: { emails: ['oncall@example.com'] },
  tags: { team: 'storefront' },
};

/** A cluster of three shards with one replica each. */
export const CLUSTER: ClusterBlueprint = {
  kind: 'cluster',
  name: 'events',
  region: 'eu-central-1',
  workload: 'cache',
  instanceType: 'r7g.large',
  image: 'al2023',
  shards: ['s1', 's2', 's3'],
  network: { vpcId: 'vpc-0a1b2c3d4e5f60718', subnets: SUBNETS, allowFromCidrs: ['10.0.0.0/16'] },
  users: [{ name: 'app', can: ['read', 'write'], keys: ['*'] }],
  monitoring: { emails: ['oncall@example.com'] },
};
