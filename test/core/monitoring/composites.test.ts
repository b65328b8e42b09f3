import fc from 'fast-check';
import { LIMITS } from '../../../lib/core/catalog';
import type { Monitoring } from '../../../lib/core/monitoring';
import { TOPIC, replicated, sharded } from './monitored';

const size = fc.integer({ min: 0, max: 5 }).chain((replicasPerShard) => fc.record({ replicasPerShard: fc.constant(replicasPerShard), shardCount: fc.integer({ min: 1, max: Math.floor(500 / (replicasPerShard + 1)) }) }));

/** Ids of everything whose ringing makes this composite ring. */
function reached({ composites }: Monitoring, id: string): ReadonlySet<string> {
  const composite = composites.find((candidate) => candidate.id === id);
  return new Set([id, ...(composite?.anyOf ?? []).flatMap((child) => [...reached({ alarms: [], composites }, child)])]);
}

describe('composites', () => {
  it('reach every alarm from the one for the cache', () => {
    fc.assert(
      fc.property(size, (wish) => {
        const monitoring = sharded(wish);
        const all = reached(monitoring, 'health');
        expect(monitoring.alarms.filter(({ id }) => !all.has(id))).toEqual([]);
        expect(monitoring.composites.filter(({ id }) => !all.has(id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('leave no alarm that tells nobody: it tells the topic itself or through a composite', () => {
    fc.assert(
      fc.property(size, (wish) => {
        const monitoring = sharded(wish);
        const told = new Set([
          ...monitoring.alarms.filter(({ notify }) => notify === TOPIC).map(({ id }) => id),
          ...monitoring.composites.filter(({ notify }) => notify === TOPIC).flatMap(({ id }) => [...reached(monitoring, id)]),
        ]);
        expect(monitoring.alarms.filter(({ id }) => !told.has(id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['production', 'development'] as const)('never tell of the same alarm twice in %s', (environment) => {
    const monitoring = sharded({ shardCount: 15, replicasPerShard: 5, environment });
    const telling = monitoring.composites.filter(({ notify }) => notify !== undefined);
    for (const { id, notify } of monitoring.alarms) {
      expect((notify === undefined ? 0 : 1) + telling.filter((composite) => reached(monitoring, composite.id).has(id)).length).toBe(1);
    }
  });

  it('stand after what they refer to', () => {
    const { alarms, composites } = sharded({ shardCount: 83, replicasPerShard: 5, cacheId: 'c'.repeat(40) });
    const seen = new Set(alarms.map(({ id }) => id));
    for (const { id, anyOf } of composites) {
      expect(anyOf.filter((child) => !seen.has(child))).toEqual([]);
      seen.add(id);
    }
  });

  it('keep their rules within what CloudWatch takes, written with ARNs', () => {
    fc.assert(
      fc.property(size, (wish) => {
        const { alarms, composites } = sharded({ ...wish, cacheId: 'c'.repeat(40) });
        const names = new Map([...alarms, ...composites].map(({ id, name }) => [id, name]));
        for (const { anyOf } of composites) {
          const rule = anyOf.map((id) => `ALARM("arn:aws-us-gov:cloudwatch:ap-southeast-1:123456789012:alarm:${names.get(id)}")`).join(' OR ');
          expect(rule.length).toBeLessThanOrEqual(LIMITS.cloudWatch.compositeRuleLength.value);
          expect(anyOf.length).toBeLessThanOrEqual(LIMITS.cloudWatch.compositeRuleChildren.value);
          expect(anyOf.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('divide what one rule cannot name', () => {
    const { composites } = sharded({ shardCount: 83, replicasPerShard: 5, cacheId: 'c'.repeat(40) });
    const up = composites.find(({ id }) => id === 'health-page-up-each');
    expect(up?.anyOf).toEqual(['health-page-up-each-1', 'health-page-up-each-2']);
    expect(composites.filter(({ id }) => up?.anyOf.includes(id)).every(({ notify }) => notify === undefined)).toBe(true);
  });

  it('of a small cache are these', () => {
    const { composites } = replicated({ workload: 'session' });
    expect(composites.map(({ id, name, notify }) => [id, name, notify])).toEqual([
      ['health-page-up-each', 'orders-page-up-each', undefined],
      ['health-page-fast', 'orders-page-fast', TOPIC],
      ['health-page-full', 'orders-page-full', TOPIC],
      ['health-ticket-up', 'orders-ticket-up', TOPIC],
      ['health-ticket-fast', 'orders-ticket-fast', TOPIC],
      ['health-ticket-full', 'orders-ticket-full', TOPIC],
      ['health-ticket-safe', 'orders-ticket-safe', TOPIC],
      ['health', 'orders-health', undefined],
    ]);
  });

  it('page for each shard without a primary by itself, since the second must not stay silent behind the first', () => {
    const { alarms } = sharded({ shardCount: 3 });
    expect(alarms.filter(({ notify }) => notify === TOPIC).map(({ id }) => id)).toEqual(['alarm-primary-0001', 'alarm-primary-0002', 'alarm-primary-0003']);
  });
});
