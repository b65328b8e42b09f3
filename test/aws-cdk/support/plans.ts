import type { ReplicatedBlueprint, ShardedBlueprint } from '../../../lib/core/blueprint';

/** A production session store in a new network, every value that tests read stated here. */
export const SESSIONS: ReplicatedBlueprint = {
  kind: 'replicated',
  name: 'sessions',
  region: 'eu-central-1',
  workload: 'session',
  nodeType: 'cache.r7g.large',
  replicas: 2,
  network: { newVpc: { cidr: '10.40.0.0/20', availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'] } },
  access: {
    users: [
      { name: 'web', can: ['read', 'write'], keys: ['session:*'] },
      { name: 'ops', can: ['admin'], keys: ['*'], channels: ['*'] },
      { name: 'worker', can: ['read'], keys: ['session:*'], authentication: 'iam' },
    ],
  },
  monitoring: { emails: ['oncall@example.com'] },
  tags: { team: 'storefront' },
};

/** A sharded catalogue in an existing network. */
export const CATALOG: ShardedBlueprint = {
  kind: 'sharded',
  name: 'catalog',
  region: 'eu-central-1',
  workload: 'cache',
  nodeType: 'cache.r7g.large',
  shards: [{ id: '0001' }, { id: '0002' }, { id: '0003' }],
  replicasPerShard: 1,
  network: { vpcId: 'vpc-0a1b2c3d', subnetIds: ['subnet-0a1b2c3d', 'subnet-0a1b2c3e'], allowFromSecurityGroups: ['sg-0a1b2c3d'] },
  access: { users: [{ name: 'app', can: ['read', 'write'], keys: ['*'] }] },
  replicaScaling: { min: 1, max: 3 },
};
