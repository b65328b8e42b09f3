import { findEvictionPolicy, PAGES } from '../../catalog';
import { always, defineAlarm, pageInProduction } from '../definition';
import type { Subject } from '../subject';

/** What happens to a write when memory is full: the alarm's percent, metric and words depend on it. */
type FullMeans = 'refused' | 'only-expiring' | 'evicts';

/** Percent of maxmemory: early where a full cache refuses writes, since making room takes time; past full where eviction makes it. */
const PERCENT: { readonly [F in FullMeans]: number } = { refused: 75, 'only-expiring': 85, evicts: 105 };

/** Percent of memory and SSD together on data tiering nodes, whose memory alone is meant to be full. */
const TIERED_PERCENT = 85;

/**
 * Memory is running out, by what running out means under the eviction policy.
 *
 * With `noeviction` a full cache refuses writes, so it rings at 75 percent of what counts towards eviction. With a
 * `volatile-*` policy only keys with a TTL can go: 85 percent. With an `allkeys-*` policy being full is the normal state and
 * no news; it rings only when buffers and overhead, which eviction cannot free, push the total past 105 percent.
 */
export const memory = defineAlarm({
  key: 'memory',
  title: 'Memory, percent of maxmemory',
  question: 'full',
  scope: 'member',
  urgency: pageInProduction,
  applies: always,
  appliesWhen: 'always; the metric follows the eviction policy and data tiering',
  metrics: (subject) => [{ name: metricOf(subject), statistic: 'Average' }],
  comparison: 'GreaterThanThreshold',
  threshold: (subject) => subject.thresholds.memoryPercent ?? (subject.node.dataTiering ? TIERED_PERCENT : PERCENT[fullMeans(subject)]),
  thresholdFormula: `above, in percent: noeviction ${PERCENT.refused}; volatile-* or unknown ${PERCENT['only-expiring']}; allkeys-* ${PERCENT.evicts} (total memory); data tiering ${TIERED_PERCENT} (memory and SSD); \`thresholds.memoryPercent\` replaces all`,
  unit: 'percent',
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 5,
  missingData: 'notBreaching',
  missingDataReason: 'a node that is gone is not full; that it is gone is said by the alarms on being up',
  meaning: (subject) => (subject.node.dataTiering ? 'Memory and SSD of the node are filling up together.' : MEANING[fullMeans(subject)]),
  firstAction: (subject) =>
    `First see what grew: CurrItems (more keys), item size, or client buffers (CLIENT LIST); delete or expire what is not needed, then ${subject.sharded ? 'add shards' : 'take a larger node type'}.`,
  source: PAGES.elasticache.metrics,
});

const MEANING: { readonly [F in FullMeans]: string } = {
  refused: 'Memory is filling up and nothing is evicted: at 100 percent every write is refused (OOM).',
  'only-expiring': 'Memory is filling up and only keys with a TTL can be evicted: when they are gone, writes are refused (OOM).',
  evicts: 'The node holds more than maxmemory although it evicts: buffers or overhead grow, which eviction cannot free, and swapping is next.',
};

function fullMeans(subject: Subject): FullMeans {
  const policy = subject.evictionPolicy === undefined ? undefined : findEvictionPolicy(subject.evictionPolicy);
  if (policy === undefined) return 'only-expiring';
  if (!policy.evicts) return 'refused';
  return policy.needsTtl ? 'only-expiring' : 'evicts';
}

function metricOf(subject: Subject): string {
  if (subject.node.dataTiering) return 'DatabaseCapacityUsagePercentage';
  return fullMeans(subject) === 'evicts' ? 'DatabaseMemoryUsagePercentage' : 'DatabaseMemoryUsageCountedForEvictPercentage';
}
