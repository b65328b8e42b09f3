import fc from 'fast-check';
import type { ManagedBlueprint, NetworkSpec, UserSpec, WorkloadPreset } from '../../lib/core';
import { engineVersions, nodeTypeNames } from '../../lib/core/catalog';

/** Random blueprints: mostly acceptable, with enough oddities that some rules refuse some of them. */

const name = fc.stringMatching(/^[a-z](-?[a-z0-9]){0,14}$/);
const keyPattern = fc.stringMatching(/^[a-z]{1,8}:(\*|[a-z]{1,4}:\*)$/);
const zones = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'] as const;

const user: fc.Arbitrary<UserSpec> = fc.record(
  {
    name: fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/),
    can: fc.uniqueArray(fc.constantFrom('read' as const, 'write' as const, 'admin' as const), { minLength: 1, maxLength: 3 }),
    keys: fc.uniqueArray(keyPattern, { minLength: 1, maxLength: 3 }),
    channels: fc.uniqueArray(keyPattern, { maxLength: 2 }),
    authentication: fc.constantFrom('password' as const, 'iam' as const),
  },
  { requiredKeys: ['name', 'can', 'keys'] },
);

const existingNetwork: fc.Arbitrary<NetworkSpec> = fc.integer({ min: 2, max: 3 }).map((count) => ({
  vpcId: 'vpc-0a1b2c3d4e5f60718',
  subnetIds: zones.slice(0, count).map((_, index) => `subnet-0aaa1111bbbb2222${index}`),
  availabilityZones: zones.slice(0, count),
}));
const newNetwork: fc.Arbitrary<NetworkSpec> = fc.record({
  newVpc: fc.record({ cidr: fc.constantFrom('10.0.0.0/16', '10.40.0.0/19', '172.16.0.0/20'), availabilityZones: fc.shuffledSubarray([...zones], { minLength: 2 }) }),
});
const clients = fc.record(
  { allowFromSecurityGroups: fc.constant(['sg-0123456789abcdef0']), allowFromCidrs: fc.uniqueArray(fc.constantFrom('10.50.0.0/20', '10.60.4.0/24', '192.168.7.0/24'), { maxLength: 3 }) },
  { requiredKeys: ['allowFromSecurityGroups'] },
);
const network = fc.tuple(fc.oneof(existingNetwork, newNetwork), clients).map(([where, who]) => ({ ...where, ...who }));

const engineAndVersion = fc.oneof(
  { arbitrary: fc.constant({}), weight: 2 },
  { arbitrary: fc.constantFrom(...engineVersions('elasticache', 'valkey')).map((version) => ({ engine: 'valkey' as const, version })), weight: 3 },
  { arbitrary: fc.constantFrom(...engineVersions('elasticache', 'redis')).map((version) => ({ engine: 'redis' as const, version })), weight: 1 },
);

const workload: fc.Arbitrary<WorkloadPreset> = fc.constantFrom('cache', 'session', 'queue', 'primary-store', 'leaderboard', 'pubsub', 'rate-limiter');
const commonNodeTypes = ['cache.m7g.large', 'cache.r7g.large', 'cache.r7g.xlarge', 'cache.r6gd.xlarge', 'cache.t4g.small'] as const;

const common = fc.record(
  {
    name,
    workload,
    environment: fc.constantFrom('production' as const, 'staging' as const, 'development' as const),
    region: fc.constant('eu-central-1'),
    nodeType: fc.oneof({ arbitrary: fc.constantFrom(...commonNodeTypes), weight: 4 }, { arbitrary: fc.constantFrom(...nodeTypeNames()), weight: 1 }),
    network,
    access: fc.record({ users: fc.uniqueArray(user, { minLength: 1, maxLength: 5, selector: (each) => each.name }) }),
    port: fc.integer({ min: 1150, max: 65000 }),
    disposable: fc.boolean(),
    encryption: fc.record({ kmsKeyArn: fc.constant('arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab') }, { requiredKeys: [] }),
    backup: fc.record({ retentionDays: fc.integer({ min: 1, max: 35 }) }, { requiredKeys: [] }),
    logs: fc.record({ slowLog: fc.boolean(), engineLog: fc.boolean(), retentionDays: fc.constantFrom(7, 30, 90, 365) }, { requiredKeys: [] }),
    monitoring: fc.record({ emails: fc.constant(['oncall@example.com']), dashboard: fc.boolean() }, { requiredKeys: ['emails'] }),
    tags: fc.record({ team: fc.constant('storefront') }, { requiredKeys: [] }),
  },
  { requiredKeys: ['name', 'nodeType', 'network', 'access', 'monitoring'] },
);

const replicated = fc.tuple(common, engineAndVersion, fc.integer({ min: 1, max: 5 })).map(([options, engine, replicas]) => ({ kind: 'replicated' as const, ...options, ...engine, replicas }));

const shardNames = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }).map((ids) => ({ shards: ids.map((id) => ({ id: String(id).padStart(4, '0') })) }));
const shardCounts = fc.integer({ min: 1, max: 12 }).map((shardCount) => ({ shardCount }));
const scaled = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 6 })).map(([min, more]) => ({ shardCount: min, shardScaling: { min, max: min + more } }));

const sharded = fc
  .tuple(common, engineAndVersion, fc.oneof(shardNames, shardCounts, scaled), fc.integer({ min: 0, max: 3 }))
  .map(([options, engine, shards, replicasPerShard]) => ({ kind: 'sharded' as const, ...options, ...engine, ...shards, replicasPerShard }));

/** A blueprint of the right shape; rules may still refuse its values. */
export const arbitraryBlueprint: fc.Arbitrary<ManagedBlueprint> = fc.oneof(replicated, sharded);

/** Shuffles every list whose order means nothing. */
export function shuffled(blueprint: ManagedBlueprint): fc.Arbitrary<ManagedBlueprint> {
  const users = [...(blueprint.access?.users ?? [])];
  const cidrs = [...(blueprint.network.allowFromCidrs ?? [])];
  const shards = blueprint.kind === 'sharded' && blueprint.shards !== undefined ? [...blueprint.shards] : undefined;
  return fc
    .tuple(
      fc.shuffledSubarray(users, { minLength: users.length }),
      fc.shuffledSubarray(cidrs, { minLength: cidrs.length }),
      shards === undefined ? fc.constant(undefined) : fc.shuffledSubarray(shards, { minLength: shards.length }),
    )
    .map(([users, allowFromCidrs, shards]) => ({
      ...blueprint,
      access: { ...blueprint.access, users },
      network: { ...blueprint.network, ...(blueprint.network.allowFromCidrs === undefined ? {} : { allowFromCidrs }) },
      ...(shards === undefined ? {} : { shards }),
    })) as fc.Arbitrary<ManagedBlueprint>;
}
