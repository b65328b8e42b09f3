import { PAGES } from '../../catalog';
import { defineAlarm, ticket } from '../definition';

/** Percent of lookups below which AWS says that many keys are evicted, expired or absent. */
const PERCENT = 80;

/** Lookups in a period below which a rate says nothing: 10 a second. */
const LOOKUPS = 9_000;

/**
 * A cache that mostly misses costs twice: itself, and the load on what stands behind it.
 *
 * Computed from hits and misses, because the vendor page gives `CacheHitRate` the unit percent and the formula of a
 * fraction. Judged over hours and only under traffic, so that a cold cache after a release does not ring.
 */
export const hitRate = defineAlarm({
  key: 'hit-rate',
  title: 'Hit rate under traffic',
  question: 'fast',
  scope: 'member',
  urgency: ticket,
  applies: (subject) => subject.workload === 'cache',
  appliesWhen: 'workload cache',
  metrics: () => [
    { name: 'CacheHits', statistic: 'Sum' },
    { name: 'CacheMisses', statistic: 'Sum' },
  ],
  expression: ([hits, misses]) => `IF(${hits?.id}+${misses?.id}>${LOOKUPS},100*${hits?.id}/(${hits?.id}+${misses?.id}),100)`,
  comparison: 'LessThanThreshold',
  threshold: () => PERCENT,
  thresholdFormula: `below ${PERCENT} percent of at least ${LOOKUPS} lookups in 15 minutes`,
  unit: 'percent',
  periodSeconds: 900,
  evaluationPeriods: 12,
  datapointsToAlarm: 10,
  missingData: 'notBreaching',
  missingDataReason: 'without lookups there is no rate',
  fillInBatch: 100,
  meaning: () => 'For hours most lookups have missed more often than a cache should: it costs money and spares its source little.',
  firstAction: () => 'First compare with Evictions (too small) and Reclaimed (TTLs too short); if neither moves, clients ask for keys that nobody writes.',
  source: PAGES.elasticache.metrics,
});
