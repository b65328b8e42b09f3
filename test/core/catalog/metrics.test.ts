import {
  CLOUDWATCH_UNITS,
  findMemoryDbMetric,
  findMetric,
  findServerlessMetric,
  MEMORYDB_METRICS,
  METRIC_GUIDANCE,
  NODE_METRICS,
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
    dimensionSets: [['CacheClusterId', 'CacheNodeId'], ['CacheClusterId'], ['ReplicationGroupId'], ['ReplicationGroupId', 'Role']],
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
