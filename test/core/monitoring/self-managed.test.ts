import type { Blueprint } from '../../../lib/core';
import { nodesOfKind, plan } from '../../../lib/core';
import type { Alarm, MetricReading, Plan } from '../../../lib/core';
import { SELF_MANAGED_ALARMS } from '../../../lib/core/monitoring/self-managed';
import { metricsOn, SELF_MANAGED_METRICS } from '../../../lib/core/monitoring/self-managed-metrics';
import { cluster, sentinel } from '../rules/self-managed-support';

const planned = (blueprint: object): Plan => plan(blueprint as unknown as Blueprint);
const sentinelPlan = planned(sentinel);
const clusterPlan = planned(cluster);
const wide = planned({ ...cluster, shards: Array.from({ length: 9 }, (_, index) => `s${index + 1}`) });

const alarms = (of: Plan): Alarm[] => nodesOfKind(of, 'alarm');

function alarm(of: Plan, id: string): Alarm {
  const found = alarms(of).find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no ${id}; there are ${alarms(of).map((each) => each.id).join(', ')}`);
  return found;
}

function readings({ signal }: Alarm): readonly MetricReading[] {
  return signal.type === 'metric' ? [signal.metric] : signal.metrics.map(({ metric }) => metric);
}

describe('definitions', () => {
  test('have keys of their own, reasons and words', () => {
    const keys = SELF_MANAGED_ALARMS.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    for (const { missingDataReason, thresholdFormula, source } of SELF_MANAGED_ALARMS) {
      expect(missingDataReason.length).toBeGreaterThan(15);
      expect(thresholdFormula).not.toBe('');
      expect(source).toMatch(/^https:\/\//);
    }
  });

  test('metrics have names of their own', () => {
    const names = Object.values(SELF_MANAGED_METRICS).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe.each([
  ['sentinel', sentinelPlan],
  ['cluster', clusterPlan],
  ['cluster of 18 nodes', wide],
])('%s', (_, made) => {
  test('reads only metrics that the node publishes, under the node\'s own dimensions', () => {
    const kind = made.kind === 'sentinel' ? 'sentinel' : 'cluster';
    const published = new Set(nodesOfKind(made, 'redisNode').flatMap(({ name, duty }) => metricsOn(duty, kind).map((metric) => `${name} ${metric.name}`)));
    const read = alarms(made).flatMap(readings);
    expect(read.length).toBeGreaterThan(30);
    for (const { namespace, dimensions, name } of read) {
      expect(namespace).toBe('RedisBlueprints');
      expect(dimensions.Deployment).toBe(made.id);
      expect(published).toContain(`${dimensions.Node} ${name}`);
    }
  });

  test('says of every alarm where it is and what to do first', () => {
    for (const { description } of alarms(made)) expect(description).toMatch(/ First /);
  });

  test('stays within ten metrics an alarm, and reaches every alarm through a composite', () => {
    const composites = nodesOfKind(made, 'compositeAlarm');
    const reached = new Set(composites.flatMap(({ anyOf }) => anyOf));
    for (const each of alarms(made)) {
      expect(readings(each).length).toBeLessThanOrEqual(10);
      expect(reached).toContain(each.id);
    }
    expect(composites.at(-1)?.id).toBe('health');
  });

  test('draws a dashboard without a metric of the managed service', () => {
    const [dashboard] = nodesOfKind(made, 'dashboard');
    expect(dashboard?.widgets.length).toBeGreaterThan(15);
    expect(JSON.stringify(dashboard)).not.toMatch(/AWS\/ElastiCache|CacheClusterId|endpoint/);
  });
});

test('no primary, two primaries: silence is no primary, and never two', () => {
  expect(alarm(sentinelPlan, 'alarm-no-primary-main')).toMatchObject({
    comparison: 'LessThanThreshold', threshold: 1, missingData: 'breaching', urgency: 'page', notify: 'topic',
    signal: { type: 'math', expression: 'FILL(m1,0)+FILL(m2,0)+FILL(m3,0)' },
  });
  expect(alarm(sentinelPlan, 'alarm-two-primaries-main')).toMatchObject({ comparison: 'GreaterThanThreshold', threshold: 1, missingData: 'notBreaching', notify: 'topic' });
});

test('a quorum is at risk when no more than the majority answer', () => {
  expect(alarm(sentinelPlan, 'alarm-quorum-at-risk-sentinels')).toMatchObject({ comparison: 'LessThanOrEqualToThreshold', threshold: 2 });
  const five = planned({ ...sentinel, sentinels: { count: 5 } });
  expect(alarm(five, 'alarm-quorum-at-risk-sentinels').threshold).toBe(3);
  expect(alarm(five, 'alarm-disk-sentinel-5').members).toEqual(['sentinel-5']);
  expect(alarms(clusterPlan).filter(({ id }) => /quorum|sentinel/.test(id))).toEqual([]);
});

test('writes stop below the replicas that the blueprint asks for', () => {
  expect(alarm(planned({ ...sentinel, replicas: 3, minReplicasToWrite: 2 }), 'alarm-writes-stopped-main').threshold).toBe(2);
  expect(alarms(clusterPlan).filter(({ id }) => id.startsWith('alarm-writes-stopped'))).toEqual([]);
});

test('thresholds follow backups, certificates and the team', () => {
  const made = planned({ ...sentinel, backup: { everyMinutes: 120 }, certificates: { validityDays: 40 }, monitoring: { ...sentinel.monitoring, thresholds: { memoryPercent: 55, engineCpuPercent: 44, replicationLagSeconds: 3 } } });
  expect(['backup-age-main', 'certificate-data-1', 'memory-data-1', 'engine-cpu-data-1', 'replication-lag-data-1'].map((id) => alarm(made, `alarm-${id}`).threshold)).toEqual([300, 10, 55, 44, 3]);
});

test('nothing pages outside production', () => {
  expect(alarms(planned({ ...sentinel, environment: 'staging' })).filter(({ urgency }) => urgency === 'page')).toEqual([]);
});

test('a shard that is removed from a large cluster leaves alarms of other ranges alone', () => {
  const names = Array.from({ length: 30 }, (_, index) => `s${index + 1}`);
  const ids = (shards: string[]): string[] => alarms(planned({ ...cluster, shards })).map(({ id }) => id);
  const before = ids(names);
  expect(ids(names.filter((name) => name !== 's4'))).toEqual(before);
  expect(before).toContain('alarm-memory-s11to20-1');
});
