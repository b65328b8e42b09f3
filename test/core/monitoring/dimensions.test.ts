import { findMetric } from '../../../lib/core/catalog';
import { dimensionNamesOf } from '../../../lib/core/monitoring/readings';
import { MANAGED_ALARMS } from '../../../lib/core/monitoring';
import { CONTEXT_GRAPHS } from '../../../lib/core/monitoring/context-graphs';
import { managedSubject } from '../../../lib/core/monitoring/managed-subject';
import { resolveBlueprint } from '../../../lib/core/blueprint/resolve';
import { alarm, readingsOf, replicated, sharded } from './monitored';

const dimensionsOf = (found: ReturnType<typeof alarm>) => readingsOf(found).map((reading) => ({ [reading.name]: reading.dimensions }));

describe('dimensions', () => {
  it('of a replicated cache name members -001 and -002', () => {
    const monitoring = replicated({ nodeType: 'cache.m7g.large' });
    expect(dimensionsOf(alarm(monitoring, 'alarm-cpu-001'))).toEqual([{ CPUUtilization: { CacheClusterId: 'orders-001', CacheNodeId: '0001' } }]);
    expect(dimensionsOf(alarm(monitoring, 'alarm-replication-lag-002'))).toEqual([{ ReplicationLag: { CacheClusterId: 'orders-002' } }]);
    expect(dimensionsOf(alarm(monitoring, 'alarm-primary-0001'))).toEqual([{ IsMaster: { CacheClusterId: 'orders-001', CacheNodeId: '0001' } }, { IsMaster: { CacheClusterId: 'orders-002', CacheNodeId: '0001' } }]);
  });

  it('of a sharded cache name members -0001-001 and on', () => {
    const monitoring = sharded({ shardCount: 2, replicasPerShard: 1 });
    expect(dimensionsOf(alarm(monitoring, 'alarm-cpu-0002-001'))).toEqual([{ EngineCPUUtilization: { CacheClusterId: 'orders-0002-001' } }]);
    expect(dimensionsOf(alarm(monitoring, 'alarm-connections-0001-002'))).toEqual([{ CurrConnections: { CacheClusterId: 'orders-0001-002', CacheNodeId: '0001' } }]);
    expect(dimensionsOf(alarm(monitoring, 'alarm-primary-0002'))).toEqual([{ IsMaster: { CacheClusterId: 'orders-0002-001', CacheNodeId: '0001' } }, { IsMaster: { CacheClusterId: 'orders-0002-002', CacheNodeId: '0001' } }]);
  });

  it.each(['EngineCPUUtilization', 'DatabaseMemoryUsagePercentage', 'ReplicationLag'])('of %s are those of the recommended alarm', (metric) => {
    expect(dimensionNamesOf(metric)).toEqual(['CacheClusterId']);
  });

  it.each(['CPUUtilization', 'CurrConnections', 'SwapUsage', 'IsMaster'])('of %s name the node too', (metric) => {
    expect(dimensionNamesOf(metric)).toEqual(['CacheClusterId', 'CacheNodeId']);
  });

  it.each([
    'BytesReadFromDisk',
    'BytesWrittenToDisk',
    'ChannelAuthorizationFailures',
    'DatabaseCapacityUsageCountedForEvictPercentage',
    'DatabaseCapacityUsagePercentage',
    'DatabaseMemoryUsageCountedForEvictPercentage',
    'ErrorCount',
    'IamAuthenticationThrottling',
    'SuccessfulReadRequestLatency',
    'SuccessfulWriteRequestLatency',
    'TrafficManagementActive',
  ])('of %s name the node, since CloudWatch lists it under no other', (metric) => {
    expect(dimensionNamesOf(metric)).toEqual(['CacheClusterId', 'CacheNodeId']);
  });

  it('stand in name order and keep their names', () => {
    const [reading] = readingsOf(alarm(replicated({ nodeType: 'cache.t4g.micro' }), 'alarm-cpu-001'));
    expect(Object.keys(reading?.dimensions ?? {})).toEqual(['CacheClusterId', 'CacheNodeId']);
  });

  it('are a set under which the catalog says the metric is published, for every metric', () => {
    const resolved = resolveBlueprint({ kind: 'replicated', name: 'a', nodeType: 'cache.r6gd.xlarge', network: {} as never });
    const subject = managedSubject(resolved, []);
    const large = { ...subject, node: { ...subject.node, dataTiering: false } };
    const names = new Set([
      ...MANAGED_ALARMS.flatMap((definition) => [subject, large].flatMap((each) => definition.metrics(each).map(({ name }) => name))),
      ...CONTEXT_GRAPHS.flatMap((graph) => graph.metrics.map(({ name }) => name)),
    ]);
    for (const name of names) {
      expect({ name, sets: findMetric(name)?.dimensionSets.map((set) => set.join()) }).toEqual({ name, sets: expect.arrayContaining([dimensionNamesOf(name).join()]) });
    }
  });

  it('of no alarm are finer in time than the metric', () => {
    for (const definition of MANAGED_ALARMS) {
      const resolved = resolveBlueprint({ kind: 'replicated', name: 'a', nodeType: 'cache.t4g.micro', network: {} as never });
      for (const { name } of definition.metrics(managedSubject(resolved, []))) {
        expect(definition.periodSeconds % (findMetric(name)?.periodSeconds ?? 0)).toBe(0);
      }
    }
  });
});
