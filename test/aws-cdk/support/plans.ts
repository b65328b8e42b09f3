import type { Blueprint, ReplicatedBlueprint, ShardedBlueprint } from '../../../lib/core/blueprint';
import { resolveBlueprint } from '../../../lib/core/blueprint/resolve';
import { planAccess } from '../../../lib/core/plan/access';
import { planCache, planParameterGroup, planScaling } from '../../../lib/core/plan/cache';
import { planKey, planLogGroups, planTopic } from '../../../lib/core/plan/foundation';
import { planNetwork } from '../../../lib/core/plan/network';
import { planOutputs } from '../../../lib/core/plan/outputs';
import type { Plan } from '../../../lib/core/plan/plan';

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

/** A plan without monitoring, made of the planner's own parts. */
export function planOf(blueprint: Blueprint): Plan {
  const resolved = resolveBlueprint(blueprint);
  const { network, firewall, subnetGroup } = planNetwork(resolved);
  const { users, group, access } = planAccess(resolved);
  const parameterGroup = planParameterGroup(resolved);
  const cache = planCache(resolved, access, parameterGroup);
  return {
    schemaVersion: 1, id: resolved.cacheId, name: resolved.name, kind: resolved.kind, environment: resolved.environment, workload: resolved.workload,
    tags: resolved.tags, findings: [], assumptions: [],
    nodes: [
      planKey(resolved), ...planLogGroups(resolved), network, firewall, subnetGroup, parameterGroup, ...users, ...(group ? [group] : []), planTopic(resolved), cache,
      ...(resolved.kind === 'sharded' ? planScaling(resolved) : []), ...planOutputs(cache, users),
    ],
  };
}
