import { objectivesFor } from '../../../lib/rehearsal/drills';
import { plannedFailover } from '../../../lib/core/operations/procedures';
import { zipf } from '../../../lib/rehearsal/managed/zipf';
import { cluster, sentinel } from './support';

test('the defaults promise a kill within 7 s and none of the acknowledged writes lost', () => {
  const { killGapMs, lost, partitionLossMs } = objectivesFor(sentinel({ sentinels: {} }));
  expect([killGapMs.limit, lost.limit, partitionLossMs.limit]).toEqual([7000, 0, 4000]);
});

test('a guard that is off is judged as if it were on', () => {
  expect(objectivesFor(sentinel({ minReplicasToWrite: 0, minReplicasMaxLagSeconds: 10 })).partitionLossMs.limit).toBe(4000);
  expect(objectivesFor(sentinel({ minReplicasMaxLagSeconds: 5 })).partitionLossMs.limit).toBe(7000);
});

test('a cluster has its own time of detection', () => {
  const { killGapMs, partitionLossMs } = objectivesFor(cluster({ nodeTimeoutMs: 5000 }));
  expect([killGapMs.limit, partitionLossMs.limit]).toEqual([9500, 9500]);
});

test('a planned failover holds writes until offsets match and demotes before it releases', () => {
  const names = plannedFailover({ kind: 'sentinel', engine: 'redis', version: '8.0', primaryName: 'sessions' }).map(({ name }) => name);
  expect(names).toEqual(['hold pings', 'hold writes', 'wait for offsets', 'fail over', 'wait for the new primary', 'demote the old primary', 'release writes', 'release pings']);
  const [handOver] = plannedFailover({ kind: 'sentinel', engine: 'valkey', version: '9.1', primaryName: 'sessions' });
  expect(handOver).toMatchObject({ on: 'sentinel', command: ['SENTINEL', 'FAILOVER', 'sessions', 'COORDINATED'] });
});

test('popular keys are drawn more often, and the same ones every time', () => {
  const draw = (): number[] => {
    const next = zipf(1000);
    return Array.from({ length: 5000 }, next);
  };
  const drawn = draw();
  expect(drawn).toEqual(draw());
  expect(drawn.filter((key) => key < 10).length).toBeGreaterThan(drawn.filter((key) => key >= 500).length);
  expect(Math.max(...drawn)).toBeLessThan(1000);
});
