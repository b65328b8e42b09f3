import {
  CLOUDWATCH_UNITS,
  findMemoryDbMetric,
  findMetric,
  findServerlessMetric,
  MEMORYDB_METRICS,
  METRIC_GUIDANCE,
  NODE_DIMENSIONS,
  NODE_METRICS,
  PAGES,
  readingDimensions,
  RECOMMENDED_ALARMS,
  SERVERLESS_METRICS,
} from '../../../lib/core/catalog';

const TABLES = [
  ['node-based ElastiCache', NODE_METRICS],
  ['serverless', SERVERLESS_METRICS],
  ['MemoryDB', MEMORYDB_METRICS],
] as const;

describe.each(TABLES)('%s', (_name, metrics) => {
  test('names each metric once', () => {
    expect(new Set(metrics.map(({ name }) => name)).size).toBe(metrics.length);
  });

  test('uses units CloudWatch knows', () => {
    expect(metrics.filter(({ unit }) => !CLOUDWATCH_UNITS.includes(unit))).toEqual([]);
  });

  test('selects every metric by some dimensions and names its page', () => {
    for (const metric of metrics) {
      expect(metric.dimensionSets.length).toBeGreaterThan(0);
      expect(metric.dimensionSets.every((set) => set.length > 0)).toBe(true);
      expect(metric.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    }
  });
});

test('command families come with their count and their latency', () => {
  for (const { name } of NODE_METRICS.filter((metric) => metric.name.endsWith('CmdsLatency'))) {
    expect(findMetric(name.replace('Latency', ''))?.unit).toBe('Count');
    expect(findMetric(name)?.unit).toBe('Microseconds');
  }
  expect(NODE_METRICS.filter(({ scope }) => scope === 'command')).toHaveLength(44);
  expect(SERVERLESS_METRICS.filter(({ scope }) => scope === 'command')).toHaveLength(34);
});

test('carries what the vendor tables say', () => {
  expect(findMetric('EngineCPUUtilization')).toMatchObject({
    namespace: 'AWS/ElastiCache',
    unit: 'Percent',
    periodSeconds: 60,
    dimensionSets: [['CacheClusterId', 'CacheNodeId'], ['CacheClusterId'], ['ReplicationGroupId'], ['ReplicationGroupId', 'Role'], ['NodeGroupId', 'ReplicationGroupId']],
  });
  expect(findMetric('CPUCreditBalance')).toMatchObject({ unit: 'Count', periodSeconds: 300, requires: 'burstable' });
  expect(findMetric('GlobalDatastoreReplicationLag')?.dimensionSets).toEqual([['ReplicationGroupId']]);
  expect(findMetric('DatabaseAuthorizationFailures')?.minVersion).toEqual({ valkey: '9.1' });
  expect(findMetric('ThrottledCmds')).toBeUndefined();
  expect(findServerlessMetric('ThrottledCmds')?.dimensionSets).toEqual([['clusterId']]);
  expect(findMemoryDbMetric('BytesUsedForMemoryDB')?.namespace).toBe('AWS/MemoryDB');
});

test("AWS's alarms watch metrics that exist, by dimensions they have", () => {
  expect(RECOMMENDED_ALARMS).toHaveLength(5);
  for (const alarm of RECOMMENDED_ALARMS) {
    expect(findMetric(alarm.metric)?.dimensionSets).toContainEqual(alarm.dimensions);
    expect(alarm.datapointsToAlarm).toBeLessThanOrEqual(alarm.evaluationPeriods);
  }
  expect(RECOMMENDED_ALARMS.find(({ metric }) => metric === 'EngineCPUUtilization')?.threshold).toBe(90);
  expect(METRIC_GUIDANCE.filter(({ metric }) => findMetric(metric) === undefined)).toEqual([]);
});

describe('dimensions of node metrics', () => {
  const setsOf = (name: string) => findMetric(name)?.dimensionSets.map((set) => set.join('+'));
  const lists = NODE_METRICS.filter(({ dimensionSource }) => dimensionSource === PAGES.cloudWatch.metricDimensions);

  test('start with the pair that selects one node, except for the lag across Regions', () => {
    expect(NODE_METRICS.filter(({ dimensionSets }) => dimensionSets[0] !== NODE_DIMENSIONS).map(({ name }) => name)).toEqual(['GlobalDatastoreReplicationLag']);
  });

  test('are sourced, except for metrics that the list leaves out', () => {
    expect(NODE_METRICS.filter((metric) => !lists.includes(metric)).map(({ name }) => name)).toEqual([
      'GlobalDatastoreReplicationLag',
      'BloomFilterBasedCmds',
      'BloomFilterBasedCmdsLatency',
    ]);
  });

  test('hold `CacheClusterId` alone for 62 metrics only', () => {
    expect(NODE_METRICS.filter(({ dimensionSets }) => dimensionSets.some((set) => set.join() === 'CacheClusterId'))).toHaveLength(62);
  });

  test.each(['CurrConnections', 'IsMaster', 'NetworkPacketsPerSecondAllowanceExceeded', 'StringBasedCmdsLatency'])('of %s name the cluster alone, too', (name) => {
    expect(setsOf(name)).toEqual(['CacheClusterId+CacheNodeId', 'CacheClusterId']);
  });

  test.each(['ErrorCount', 'TrafficManagementActive', 'SuccessfulReadRequestLatency', 'NetworkMaxBytesIn', 'NonKeyTypeCmds', 'JsonBasedGetCmds', 'DatabaseCapacityUsagePercentage'])(
    'of %s are the pair alone',
    (name) => {
      expect(setsOf(name)).toEqual(['CacheClusterId+CacheNodeId']);
    },
  );

  test('of tiers and groups stand where they are published', () => {
    expect(setsOf('CurrItems')).toEqual(['CacheClusterId+CacheNodeId', 'CacheClusterId', 'CacheClusterId+CacheNodeId+Tier']);
    expect(setsOf('DatabaseMemoryUsageCountedForEvictPercentage')).toEqual(['CacheClusterId+CacheNodeId', 'ReplicationGroupId', 'NodeGroupId+ReplicationGroupId']);
    expect(setsOf('DatabaseCapacityUsageCountedForEvictPercentage')).toEqual(['CacheClusterId+CacheNodeId', 'ReplicationGroupId', 'NodeGroupId+ReplicationGroupId']);
  });

  test('stand in name order, as CloudWatch search expressions are written', () => {
    for (const { dimensionSets } of NODE_METRICS) {
      expect(dimensionSets).toEqual(dimensionSets.map((set) => [...set].sort()));
    }
  });

  test("for reading are those of AWS's alarm, else those of one node", () => {
    expect(readingDimensions('EngineCPUUtilization')).toEqual(['CacheClusterId']);
    expect(readingDimensions('CurrConnections')).toEqual(['CacheClusterId', 'CacheNodeId']);
    expect(readingDimensions('SwapUsage')).toEqual(['CacheClusterId', 'CacheNodeId']);
  });
});
