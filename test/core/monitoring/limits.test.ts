import fc from 'fast-check';
import { ALARM_BUDGET, INDIVIDUAL_MEMBERS_MAX, MANAGED_ALARMS, alarmTemplateBytes } from '../../../lib/core/monitoring';
import { templateBytes } from '../../../lib/core/monitoring/budget';
import { LIMITS } from '../../../lib/core/catalog';
import type { Wish } from './monitored';
import { alarmsOfKind, kindOf, readingsOf, sharded } from './monitored';

const WORKLOADS = ['cache', 'session', 'queue', 'primary-store', 'leaderboard', 'pubsub', 'rate-limiter'] as const;
const NODE_TYPES = ['cache.t4g.micro', 'cache.m7g.large', 'cache.r7g.xlarge', 'cache.r6gd.xlarge'] as const;
const USERS = { users: [{ name: 'app', can: ['read'], keys: ['*'], authentication: 'iam' }] } as unknown as NonNullable<Wish['access']>;

/** Any size that the service allows, with ids in a row or scattered, and scaling on some. */
const cache: fc.Arbitrary<Wish> = fc
  .record({
    replicasPerShard: fc.integer({ min: 0, max: 5 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    stride: fc.constantFrom(1, 1, 2, 7, 10, 19),
    workload: fc.constantFrom(...WORKLOADS),
    nodeType: fc.constantFrom(...NODE_TYPES),
    long: fc.boolean(),
    scales: fc.boolean(),
  })
  .map(({ replicasPerShard, share, stride, workload, nodeType, long, scales }) => {
    const most = Math.floor(500 / (replicasPerShard + 1));
    const count = Math.max(1, Math.round(share ** 2 * most));
    const size = scales
      ? { shardCount: Math.max(1, Math.floor(count / 2)), shardScaling: { min: Math.max(1, Math.floor(count / 2)), max: count } }
      : { shards: Array.from({ length: count }, (_, index) => ({ id: String(index * stride + 1).padStart(4, '0') })) };
    return { name: long ? 'a-name-of-forty-characters-no-more-no-less' : 'orders', cacheId: long ? `c${'x'.repeat(39)}` : 'orders', replicasPerShard, workload, nodeType, access: USERS, ...size };
  });

const RUNS = { numRuns: 100 };

describe('limits hold for every size', () => {
  it('of alarms: number, template bytes, names, descriptions, metrics in an expression, evaluation time', () => {
    fc.assert(
      fc.property(cache, (wish) => {
        const { alarms, composites, members } = sharded(wish);
        expect(alarms.length).toBeLessThanOrEqual(ALARM_BUDGET);
        expect(alarms.length + composites.length + 1).toBeLessThanOrEqual(500 - 225);
        expect(alarms.reduce((sum, alarm) => sum + templateBytes(alarm), 0)).toBeLessThanOrEqual(alarmTemplateBytes(Math.max(members.length, wish.shardScaling === undefined ? 0 : 91)));
        for (const alarm of alarms) {
          expect(readingsOf(alarm).length).toBeLessThanOrEqual(10);
          expect(alarm.name.length).toBeLessThanOrEqual(LIMITS.cloudWatch.alarmNameLength.value);
          expect(alarm.description.length).toBeLessThan(LIMITS.cloudWatch.alarmDescriptionLength.value);
          const seconds = alarm.evaluationPeriods * (readingsOf(alarm)[0]?.periodSeconds ?? 0);
          expect(seconds).toBeLessThanOrEqual(LIMITS.cloudWatch.evaluationSecondsMaxBelowHour.value);
          expect(alarm.datapointsToAlarm).toBeLessThanOrEqual(alarm.evaluationPeriods);
        }
      }),
      RUNS,
    );
  });

  it('of templates: the estimate is not below what CloudFormation gets', () => {
    fc.assert(
      fc.property(cache, (wish) => {
        for (const alarm of sharded(wish).alarms.slice(0, 20)) expect(cloudFormationBytes(alarm)).toBeLessThanOrEqual(templateBytes(alarm));
      }),
      { numRuns: 30 },
    );
  });
});

describe('nobody is lost sight of', () => {
  it('every kind of alarm that is made covers every member', () => {
    fc.assert(
      fc.property(cache, (wish) => {
        const monitoring = sharded(wish);
        const members = monitoring.members.map(({ clusterId }) => clusterId);
        for (const key of new Set(monitoring.alarms.map(kindOf))) {
          if (key === 'balance') continue;
          const watched = new Set(alarmsOfKind(monitoring, key).flatMap((alarm) => alarm.members));
          expect({ key, unwatched: members.filter((member) => !watched.has(member)) }).toEqual({ key, unwatched: [] });
        }
      }),
      RUNS,
    );
  });

  it('an alarm reads each of its members, and no other', () => {
    fc.assert(
      fc.property(cache, (wish) => {
        for (const alarm of sharded(wish).alarms) {
          const read = readingsOf(alarm).flatMap(({ dimensions }) => dimensions.CacheClusterId ?? []);
          expect(new Set(read)).toEqual(new Set(alarm.members));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('every expression uses every metric that it reads', () => {
    fc.assert(
      fc.property(cache, (wish) => {
        for (const { signal } of sharded(wish).alarms) {
          if (signal.type === 'metric') continue;
          const used = new Set(signal.expression.match(/\b[a-z]\w*\b/g));
          expect(used).toEqual(new Set(signal.metrics.map(({ id }) => id)));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('the largest caches keep the alarms on being up, on CPU and on memory', () => {
    fc.assert(
      fc.property(cache, (wish) => {
        const kinds = new Set(sharded(wish).alarms.map(kindOf));
        expect(['primary', 'cpu', 'memory'].filter((key) => !kinds.has(key))).toEqual([]);
      }),
      RUNS,
    );
  });

  it.each([
    [500, 0],
    [250, 1],
    [166, 2],
    [125, 3],
    [100, 4],
    [83, 5],
  ])('%d shards of 1 + %d fit, whatever they are used for', (shardCount, replicasPerShard) => {
    for (const workload of WORKLOADS) {
      const kinds = new Set(sharded({ name: 'c', cacheId: 'c'.repeat(40), shardCount, replicasPerShard, workload, nodeType: 'cache.m7g.large', access: USERS }).alarms.map(kindOf));
      expect(['primary', 'cpu', 'memory'].filter((key) => !kinds.has(key))).toEqual([]);
    }
  });

  it('up to the default quota of 90 nodes no question stays without an alarm', () => {
    for (const [shardCount, replicasPerShard] of [[90, 0], [45, 1], [30, 2], [18, 4], [15, 5]] as const) {
      const { alarms } = sharded({ shardCount, replicasPerShard, access: USERS, cacheId: 'c'.repeat(40) });
      expect([...new Set(alarms.map(({ question }) => question))].sort()).toEqual(['balanced', 'fast', 'full', 'safe', 'up']);
    }
  });

  it('each member has its own alarms up to the stated size', () => {
    const { alarms } = sharded({ shardCount: INDIVIDUAL_MEMBERS_MAX / 2, replicasPerShard: 1, access: USERS, workload: 'session', nodeType: 'cache.t4g.micro' });
    const ofMembers = alarms.filter((alarm) => kindOf(alarm) !== 'primary' && kindOf(alarm) !== 'balance');
    expect(ofMembers.every(({ members }) => members.length === 1)).toBe(true);
    const applying = MANAGED_ALARMS.filter(({ key }) => key !== 'hit-rate').map(({ key }) => key);
    expect([...new Set(alarms.map(kindOf))].sort()).toEqual([...applying].sort());
  });
});

describe('identity', () => {
  const idsOf = (wish: Wish): readonly string[] => {
    const { alarms, composites } = sharded(wish);
    return [...alarms.map(({ id }) => id), ...composites.map(({ id }) => id)];
  };

  it('is unique, as are names', () => {
    fc.assert(
      fc.property(cache, (wish) => {
        const { alarms, composites } = sharded(wish);
        const nodes = [...alarms, ...composites];
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
        expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of shards', () => {
    fc.assert(
      fc.property(cache.filter((wish) => wish.shards !== undefined), (wish) => {
        expect(sharded({ ...wish, shards: [...(wish.shards ?? [])].reverse() }).alarms).toEqual(sharded(wish).alarms);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['the first shard', (ids: readonly string[]) => ids.slice(1)],
    ['one in the middle', (ids: readonly string[]) => ids.filter((id) => id !== '0003')],
    ['the last shard', (ids: readonly string[]) => ids.slice(0, -1)],
  ])('of what remains stays when %s of a small cache goes', (_, removal) => {
    const ids = ['0001', '0002', '0003', '0004', '0005'];
    const shardsOf = (kept: readonly string[]): Wish => ({ shards: kept.map((id) => ({ id })), replicasPerShard: 1, access: USERS });
    const remaining = removal(ids);
    const gone = ids.find((id) => !remaining.includes(id)) ?? '';
    const expected = idsOf(shardsOf(ids)).filter((id) => !id.includes(gone));
    expect(idsOf(shardsOf(remaining))).toEqual(expected);
  });

  it('of what remains stays when replicas go', () => {
    const before = idsOf({ shardCount: 3, replicasPerShard: 3, access: USERS });
    const after = idsOf({ shardCount: 3, replicasPerShard: 1, access: USERS });
    expect(after.filter((id) => !before.includes(id))).toEqual([]);
    expect(before.filter((id) => !after.includes(id)).every((id) => /-00[34]$/.test(id))).toBe(true);
  });

  it('of batches changes for the range of a removed shard alone, and no other alarm changes at all', () => {
    const shards = Array.from({ length: 60 }, (_, index) => ({ id: String(index + 1).padStart(4, '0') }));
    const before = sharded({ shards, replicasPerShard: 0 }).alarms;
    const after = new Map(sharded({ shards: shards.filter(({ id }) => id !== '0023'), replicasPerShard: 0 }).alarms.map((alarm) => [alarm.id, alarm]));
    expect(before.filter(({ id }) => !after.has(id))).toEqual([]);
    const changed = before.filter((alarm) => JSON.stringify(after.get(alarm.id)) !== JSON.stringify(alarm));
    expect(changed.every(({ members }) => members.includes('orders-0023-001'))).toBe(true);
  });

  it('falls back to positions where ids are too scattered for ranges', () => {
    const shards = Array.from({ length: 30 }, (_, index) => ({ id: String(index * 100 + 1).padStart(4, '0') }));
    expect(alarmsOfKind(sharded({ shards, replicasPerShard: 0 }), 'cpu').map(({ id }) => id)).toEqual(['alarm-cpu-group001', 'alarm-cpu-group002', 'alarm-cpu-group003']);
  });
});

function cloudFormationBytes(alarm: ReturnType<typeof sharded>['alarms'][number]): number {
  const dimensions = (reading: ReturnType<typeof readingsOf>[number]) => Object.entries(reading.dimensions).map(([Name, Value]) => ({ Name, Value }));
  const { signal } = alarm;
  const watched =
    signal.type === 'metric'
      ? { Namespace: signal.metric.namespace, MetricName: signal.metric.name, Dimensions: dimensions(signal.metric), Statistic: signal.metric.statistic, Period: signal.metric.periodSeconds }
      : {
          Metrics: [
            { Expression: signal.expression, Id: 'result', Label: signal.label, Period: signal.periodSeconds, ReturnData: true },
            ...signal.metrics.map(({ id, metric }) => ({
              Id: id,
              MetricStat: { Metric: { Dimensions: dimensions(metric), MetricName: metric.name, Namespace: metric.namespace }, Period: metric.periodSeconds, Stat: metric.statistic },
              ReturnData: false,
            })),
          ],
        };
  const resource = {
    [alarm.id.replaceAll('-', '')]: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        AlarmName: alarm.name,
        AlarmDescription: alarm.description,
        ComparisonOperator: alarm.comparison,
        EvaluationPeriods: alarm.evaluationPeriods,
        DatapointsToAlarm: alarm.datapointsToAlarm,
        Threshold: alarm.threshold,
        TreatMissingData: alarm.missingData,
        AlarmActions: [{ Ref: 'Topic12345678' }],
        OKActions: [{ Ref: 'Topic12345678' }],
        ...watched,
        Tags: [
          { Key: 'redis-blueprints:blueprint', Value: 'orders' },
          { Key: 'redis-blueprints:environment', Value: 'production' },
        ],
      },
      Metadata: { 'aws:cdk:path': `orders/Cache/${alarm.id}` },
    },
  };
  return JSON.stringify(resource).length;
}
