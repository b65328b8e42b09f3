import type { ReplicatedBlueprint, ShardedBlueprint } from '../../../lib/core/blueprint';
import { findNodeType } from '../../../lib/core/catalog';
import { reportOf, rightsOf } from '../../../lib/core/operations/report';
import type { PlanReport } from '../../../lib/core/operations/report';
import { planBlueprint } from '../../../lib/core/plan/build';

const replicated: ReplicatedBlueprint = {
  kind: 'replicated',
  name: 'sessions',
  environment: 'development',
  region: 'eu-central-1',
  workload: 'session',
  nodeType: 'cache.r7g.large',
  replicas: 2,
  network: {
    vpcId: 'vpc-0a1b2c3d4e5f60718',
    subnetIds: ['subnet-0aaa1111bbbb2222c', 'subnet-0bbb2222cccc3333d', 'subnet-0ccc3333dddd4444e'],
    availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
    allowFromSecurityGroups: ['sg-0123456789abcdef0'],
  },
  access: { users: [{ name: 'web', can: ['read', 'write'], keys: ['session:*'] }, { name: 'support', can: ['read'], keys: ['session:*'], authentication: 'iam' }] },
  monitoring: { emails: ['oncall@example.com'] },
};

const { replicas: _replicas, ...managed } = replicated;
const sharded: ShardedBlueprint = { ...managed, kind: 'sharded', name: 'feed', workload: 'cache', nodeType: 'cache.m7g.xlarge', shardCount: 3, replicasPerShard: 1 };

const report = (blueprint: ReplicatedBlueprint | ShardedBlueprint): PlanReport => reportOf(planBlueprint(blueprint));
const maxmemory = (nodeType: string): number => findNodeType(nodeType)!.maxmemoryBytes;

test('the same plan gives the same report, and it survives JSON', () => {
  const once = report(replicated);
  expect(report(replicated)).toEqual(once);
  expect(JSON.parse(JSON.stringify(once))).toEqual(once);
});

describe('shape and memory', () => {
  test('replicated: replicas add safety, not room', () => {
    const { topology, memory } = report(replicated);
    expect(topology).toMatchObject({ mode: 'replicated', shards: 1, replicasPerShard: 2, nodes: 3, vcpuPerNode: 2, multiAz: true, automaticFailover: true });
    expect(memory).toEqual({
      perNodeBytes: maxmemory('cache.r7g.large'),
      reservedPercent: 25,
      usablePerShardBytes: Math.floor(maxmemory('cache.r7g.large') * 0.75),
      usableBytes: Math.floor(maxmemory('cache.r7g.large') * 0.75),
      totalBytes: 3 * maxmemory('cache.r7g.large'),
      evictionPolicy: 'volatile-lru',
    });
  });

  test('sharded: room grows with shards', () => {
    const { topology, memory } = report(sharded);
    expect(topology).toMatchObject({ mode: 'sharded', shards: 3, replicasPerShard: 1, nodes: 6 });
    expect(memory.usableBytes).toBe(3 * memory.usablePerShardBytes!);
    expect(memory.totalBytes).toBe(6 * maxmemory('cache.m7g.xlarge'));
  });

  test('a stated reserve counts; of an imported group nothing is claimed', () => {
    expect(report({ ...replicated, parameters: { 'reserved-memory-percent': 50 } }).memory.usableBytes).toBe(Math.floor(maxmemory('cache.r7g.large') * 0.5));
    const { memory, parameters } = report({ ...replicated, parameterGroup: { name: 'ours', family: 'valkey8' } });
    expect(memory).not.toHaveProperty('usableBytes');
    expect(memory).not.toHaveProperty('evictionPolicy');
    expect(parameters).toEqual({ group: 'ours', family: 'valkey8', managedHere: false, values: [] });
  });
});

describe('parameters', () => {
  test('each with its reason: the preset, the blueprint, the topology', () => {
    const { values } = report({ ...sharded, parameters: { 'tcp-keepalive': 30 } }).parameters;
    const reasonOf = (name: string): string | undefined => values.find((value) => value.name === name)?.reason;
    expect(reasonOf('tcp-keepalive')).toBe('stated in the blueprint');
    expect(reasonOf('cluster-enabled')).toBe('a sharded cache runs in cluster mode');
    expect(reasonOf('maxmemory-policy')).toContain('anything can be fetched again');
  });
});

describe('cost drivers are quantities', () => {
  const driver = (blueprint: ReplicatedBlueprint | ShardedBlueprint, item: string): unknown => report(blueprint).costDrivers.find((one) => one.item.startsWith(item));

  test('node-hours, with autoscaling up to its most', () => {
    expect(driver(replicated, 'cache.r7g.large')).toMatchObject({ quantity: 3 * 730, unit: 'node-hours a month' });
    expect(driver(replicated, 'cache.r7g.large')).not.toHaveProperty('most');
    const scaled: ShardedBlueprint = { ...sharded, shardScaling: { min: 3, max: 10 }, replicaScaling: { min: 1, max: 2 } };
    expect(driver(scaled, 'cache.m7g.xlarge')).toMatchObject({ quantity: 6 * 730, most: 30 * 730 });
  });

  test('snapshots only where they are kept, secrets only for passwords', () => {
    expect(driver({ ...replicated, backup: { retentionDays: 0 } }, 'snapshots')).toBeUndefined();
    expect(driver(replicated, 'secrets')).toMatchObject({ quantity: 1, unit: 'secret' });
  });

  test('no price is invented', () => {
    expect(JSON.stringify(report(replicated).costDrivers)).not.toMatch(/[$€]|USD|price/);
  });
});

describe('recovery', () => {
  const row = (blueprint: ReplicatedBlueprint | ShardedBlueprint, event: string) => report(blueprint).recovery.find((one) => one.event === event)!;

  test('with replicas in several zones a failover is automatic', () => {
    expect(row(replicated, 'primary fails').rto).toMatch(/^automatic/);
    expect(row(replicated, 'zone fails').restsOn).toBe('Multi-AZ: primary and replicas in different zones');
    expect(row(replicated, 'primary fails').rpo).toMatch(/^writes not yet replicated; an alarm rings above a lag of \d+ s$/);
  });

  test('without a replica a failed node loses what no snapshot holds', () => {
    const alone: ReplicatedBlueprint = { ...replicated, replicas: 0 };
    expect(row(alone, 'primary fails')).toMatchObject({ rpo: 'up to 24 hours: everything since the last daily snapshot', rto: 'the node is replaced empty; restoring is done by hand' });
    expect(row({ ...alone, backup: { retentionDays: 0 } }, 'zone fails').rpo).toBe('everything');
  });

  test('deletion: a final snapshot, or nothing when disposable', () => {
    expect(row(replicated, 'stack deleted').rpo).toBe('nothing');
    const kept = `final snapshot, named ${replicated.name}-final by Terraform; by CloudFormation itself: list the snapshots of the replication group`;
    expect(row(replicated, 'stack deleted').restsOn).toBe(`${kept}; its key is retained`);
    expect(report(replicated).backup.onDeletion).toBe(kept);
    expect(report({ ...replicated, disposable: true }).backup.onDeletion).toBe('data is deleted with the stack (disposable)');
    expect(row({ ...replicated, disposable: true }, 'stack deleted')).toMatchObject({ rpo: 'everything', rto: 'never' });
  });
});

describe('assumptions', () => {
  const users = (count: number, authentication: 'password' | 'iam'): ReplicatedBlueprint => ({
    ...replicated,
    access: { users: Array.from({ length: count }, (_, index) => ({ name: `user-${index}`, can: ['read'], keys: ['a:*'], authentication })) },
  });
  const toldOf = (blueprint: ReplicatedBlueprint): string[] => report(blueprint).assumptions.filter((text) => text.includes('CloudFormation'));

  test('more password users than a template takes are deployed with Terraform', () => {
    expect(toldOf(users(60, 'password'))).toEqual([]);
    expect(toldOf(users(61, 'iam'))).toEqual([]);
    expect(toldOf(users(61, 'password'))).toEqual(['It is deployed with Terraform: CloudFormation takes at most 60 users with passwords, and there are 61. IAM users need none.']);
  });
});

describe('alarms', () => {
  test('every alarm of the plan is counted under its question, by topic and not by member', () => {
    for (const blueprint of [replicated, sharded]) {
      const { alarms } = report(blueprint);
      expect(alarms.byQuestion.reduce((sum, { count }) => sum + count, 0)).toBe(alarms.total);
      for (const { count, topics } of alarms.byQuestion) expect(topics.reduce((sum, topic) => sum + topic.count, 0)).toBe(count);
      const names = alarms.byQuestion.flatMap(({ topics }) => topics.map(({ topic }) => topic));
      expect(names.filter((name) => /\d/.test(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      expect(alarms.recipients).toContain('oncall@example.com');
    }
  });
});

describe('rights in words', () => {
  test('of the users of a plan', () => {
    expect(report(replicated).access).toMatchObject({
      mode: 'users',
      users: expect.arrayContaining([
        expect.objectContaining({ name: 'web', rights: 'reads and writes keys session:*', authentication: 'password', secretName: expect.any(String) as string }),
        expect.objectContaining({ userId: 'sessions-support-iam', rights: 'reads keys session:*', authentication: 'iam' }),
      ]) as unknown[],
    });
  });

  test.each([
    ['off -@all', 'switched off: no login'],
    ['on ~* &* +@all', 'reads, writes and administers every key; uses every channel'],
    ['on allkeys allchannels allcommands', 'reads, writes and administers every key; uses every channel'],
    ['on %R~a:* %W~b:* resetchannels -@all +@read +@write', 'reads keys a:*; writes keys b:*'],
    ['on ~a:* ~b:* &jobs &news -@all +@write +@pubsub', 'writes keys a:* and b:*; uses channels jobs and news; also @pubsub'],
    ['on ~x -@all +get +ttl', 'runs single commands on keys x'],
    ['on resetchannels -@all +ping', 'touches no key'],
    ['on ~* &* +@all resetkeys resetchannels -@all ~x +@read', 'reads keys x'],
    ['on +@all ~* off', 'switched off: no login'],
    ['on ~a -@all +@read (~b -@all +@write)', 'reads keys a; or writes keys b'],
    ['on ~* +@all -@admin', 'reads, writes and administers every key; not @admin'],
  ])('%s', (accessString, words) => {
    expect(rightsOf(accessString)).toBe(words);
  });
});
