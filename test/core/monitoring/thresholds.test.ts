import type { WorkloadPreset } from '../../../lib/core/blueprint';
import type { Wish } from './monitored';
import { alarm, alarmsOfKind, replicated } from './monitored';

const metricOf = (wish: Wish, key: string): string => {
  const { signal } = alarm(replicated(wish), `alarm-${key}-001`);
  return signal.type === 'metric' ? signal.metric.name : signal.expression;
};
const thresholdOf = (wish: Wish, key: string): number => alarm(replicated(wish), `alarm-${key}-001`).threshold;

describe('CPU', () => {
  it.each([
    ['cache.t2.micro', 'CPUUtilization', 90],
    ['cache.t4g.micro', 'CPUUtilization', 45],
    ['cache.m7g.large', 'CPUUtilization', 45],
    ['cache.r7g.large', 'CPUUtilization', 45],
    ['cache.r7g.xlarge', 'EngineCPUUtilization', 90],
    ['cache.m7g.16xlarge', 'EngineCPUUtilization', 90],
  ])('on %s is %s above %d', (nodeType, metric, threshold) => {
    expect([metricOf({ nodeType }, 'cpu'), thresholdOf({ nodeType }, 'cpu')]).toEqual([metric, threshold]);
  });

  it.each([
    ['cache.m7g.large', 35],
    ['cache.r7g.xlarge', 70],
  ])('on %s takes an override as percent of one core', (nodeType, threshold) => {
    expect(thresholdOf({ nodeType, monitoring: { thresholds: { engineCpuPercent: 70 } } }, 'cpu')).toBe(threshold);
  });
});

describe('CPU credits', () => {
  it.each([
    ['cache.t4g.micro', 10],
    ['cache.t3.medium', 10],
  ])('on %s ring below %d', (nodeType, threshold) => {
    expect(thresholdOf({ nodeType }, 'cpu-credits')).toBe(threshold);
  });

  it.each(['cache.t2.micro', 'cache.m7g.large'])('are not watched on %s, which reports none', (nodeType) => {
    expect(alarmsOfKind(replicated({ nodeType }), 'cpu-credits')).toEqual([]);
  });
});

describe('memory', () => {
  it.each([
    ['noeviction', 'DatabaseMemoryUsageCountedForEvictPercentage', 75],
    ['volatile-lru', 'DatabaseMemoryUsageCountedForEvictPercentage', 85],
    ['allkeys-lru', 'DatabaseMemoryUsagePercentage', 105],
  ])('under %s is %s above %d', (policy, metric, threshold) => {
    const wish = { parameters: { 'maxmemory-policy': policy } };
    expect([metricOf(wish, 'memory'), thresholdOf(wish, 'memory')]).toEqual([metric, threshold]);
  });

  it('counts SSD on data tiering nodes, whose memory is meant to be full', () => {
    const wish = { nodeType: 'cache.r6gd.xlarge' };
    expect([metricOf(wish, 'memory'), thresholdOf(wish, 'memory')]).toEqual(['DatabaseCapacityUsagePercentage', 85]);
  });

  it('takes the careful side when the parameter group is managed elsewhere', () => {
    expect(thresholdOf({ parameterGroup: { name: 'theirs', family: 'valkey8' } }, 'memory')).toBe(85);
  });

  it('takes an override', () => {
    expect(thresholdOf({ monitoring: { thresholds: { memoryPercent: 60 } } }, 'memory')).toBe(60);
  });
});

describe('evictions', () => {
  const kept = { parameters: { 'maxmemory-policy': 'allkeys-lru' } };
  it.each<[WorkloadPreset, number]>([
    ['session', 2],
    ['queue', 2],
    ['primary-store', 2],
    ['leaderboard', 2],
    ['rate-limiter', 2],
    ['cache', 0],
    ['pubsub', 0],
  ])('of %s have %d alarms for two members', (workload, count) => {
    expect(alarmsOfKind(replicated({ workload, ...kept }), 'evictions')).toHaveLength(count);
  });

  it('ring at the first key, or at the number that the team sets', () => {
    expect(thresholdOf({ workload: 'session', ...kept }, 'evictions')).toBe(0);
    expect(thresholdOf({ workload: 'cache', ...kept, monitoring: { thresholds: { evictionsPerMinute: 500 } } }, 'evictions')).toBe(500);
  });

  it('cannot happen under noeviction', () => {
    expect(alarmsOfKind(replicated({ workload: 'queue', parameters: { 'maxmemory-policy': 'noeviction' } }), 'evictions')).toEqual([]);
  });
});

describe('connections', () => {
  it.each([
    ['cache.t4g.micro', undefined, 16_000],
    ['cache.r7g.xlarge', undefined, 52_000],
    ['cache.r7g.xlarge', 50, 32_500],
  ])('on %s with override %s ring above %d', (nodeType, connectionsPercent, threshold) => {
    expect(thresholdOf({ nodeType, monitoring: { thresholds: { connectionsPercent } } }, 'connections')).toBe(threshold);
  });
});

describe('replication lag', () => {
  it.each<[WorkloadPreset, number]>([
    ['cache', 30],
    ['session', 10],
    ['queue', 5],
    ['primary-store', 5],
  ])('of %s rings above %d s', (workload, seconds) => {
    expect(thresholdOf({ workload }, 'replication-lag')).toBe(seconds);
  });

  it('takes an override, and needs replicas', () => {
    expect(thresholdOf({ monitoring: { thresholds: { replicationLagSeconds: 2 } } }, 'replication-lag')).toBe(2);
    expect(alarmsOfKind(replicated({ replicas: 0 }), 'replication-lag')).toEqual([]);
  });
});

describe('what depends on access', () => {
  const password = { name: 'app', can: ['read'], keys: ['*'] };
  it.each([
    ['open', {}, []],
    ['an auth token', { authTokenSecretArn: 'arn' }, ['authentication-failures']],
    ['passwords', { users: [password] }, ['authentication-failures', 'authorization-failures']],
    ['IAM', { users: [password, { ...password, name: 'job', authentication: 'iam' }] }, ['authentication-failures', 'iam-throttling', 'authorization-failures']],
    ['a user group from elsewhere', { userGroup: { id: 'theirs' } }, ['authentication-failures', 'iam-throttling', 'authorization-failures']],
  ])('with %s', (_, access, expected) => {
    const monitoring = replicated({ access: access as never });
    const kinds = ['authentication-failures', 'iam-throttling', 'authorization-failures'];
    expect(kinds.filter((key) => alarmsOfKind(monitoring, key).length > 0)).toEqual(expected);
  });
});

describe('urgency', () => {
  it.each([
    ['production', true],
    ['staging', false],
    ['development', false],
  ] as const)('in %s pages: %s', (environment, pages) => {
    expect(replicated({ environment }).alarms.some(({ urgency }) => urgency === 'page')).toBe(pages);
  });
});

describe('latency', () => {
  it.each<[WorkloadPreset, number]>([
    ['cache', 4],
    ['queue', 0],
    ['pubsub', 0],
  ])('of %s has %d alarms for two members, since clients of some wait on purpose', (workload, count) => {
    const monitoring = replicated({ workload });
    expect([...alarmsOfKind(monitoring, 'read-latency'), ...alarmsOfKind(monitoring, 'write-latency')]).toHaveLength(count);
  });
});
