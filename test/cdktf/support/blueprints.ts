import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { ClusterBlueprint, ReplicatedBlueprint, SentinelBlueprint, ShardedBlueprint } from '../../../lib/core/blueprint';

const network = {
  vpcId: 'vpc-0a1b2c3d4e5f60718',
  subnetIds: ['subnet-0aaa1111bbbb2222c', 'subnet-0bbb2222cccc3333d'],
  availabilityZones: ['eu-central-1a', 'eu-central-1b'],
  allowFromSecurityGroups: ['sg-0123456789abcdef0'],
};

/** A small cache for development; tests change one thing at a time. */
export const replicated: ReplicatedBlueprint = {
  kind: 'replicated',
  name: 'sessions',
  environment: 'development',
  region: 'eu-central-1',
  workload: 'session',
  nodeType: 'cache.m7g.large',
  network,
  access: { users: [{ name: 'web', can: ['read', 'write'], keys: ['session:*'] }, { name: 'support', can: ['read'], keys: ['session:*'], authentication: 'iam' }] },
  monitoring: { emails: ['oncall@example.com'] },
};

export const sharded: ShardedBlueprint = { ...replicated, kind: 'sharded', name: 'feed', shardCount: 3, replicasPerShard: 1 };

/** The first document of an example. */
export function example(name: string): ReplicatedBlueprint | ShardedBlueprint {
  return parse(readFileSync(path.resolve(__dirname, '../../../examples', name, 'blueprint.yaml'), 'utf8')) as ReplicatedBlueprint | ShardedBlueprint;
}

const pinned = {
  vpcId: network.vpcId,
  subnets: ['a', 'b', 'c'].map((zone, index) => ({ subnetId: `subnet-0aaa1111bbbb2222${String(index)}`, availabilityZone: `eu-central-1${zone}` })),
  allowFromSecurityGroups: network.allowFromSecurityGroups,
};

/** A small Sentinel deployment for development. */
export const sentinel: SentinelBlueprint = {
  kind: 'sentinel',
  name: 'locks',
  environment: 'development',
  region: 'eu-central-1',
  workload: 'session',
  instanceType: 'm7g.large',
  network: pinned,
  users: [{ name: 'web', can: ['read', 'write'], keys: ['lock:*'] }],
  monitoring: { emails: ['oncall@example.com'] },
};

const { kind: _, name: __, users: ___, ...shared } = sentinel;

export const cluster: ClusterBlueprint = { ...shared, kind: 'cluster', name: 'events', shards: ['s1', 's2', 's3'], users: [{ name: 'writer', can: ['read', 'write'], keys: ['event:*'] }] };
