import { PAGES } from '../../catalog';
import type { WorkloadPreset } from '../../blueprint';
import { defineAlarm, pageInProduction } from '../definition';
import type { Subject } from '../subject';

/** Workloads whose keys somebody misses when they are evicted. */
const MUST_NOT_LOSE: readonly WorkloadPreset[] = ['session', 'queue', 'primary-store', 'leaderboard', 'rate-limiter'];

/**
 * Keys are evicted from a store that must not lose them.
 *
 * For a cache evictions are its trade and no alarm is made, unless the team sets a number. Under `noeviction` there are none.
 */
export const evictions = defineAlarm({
  key: 'evictions',
  title: 'Evictions a minute',
  question: 'full',
  scope: 'member',
  urgency: pageInProduction,
  applies: (subject) => subject.evictionPolicy !== 'noeviction' && (subject.thresholds.evictionsPerMinute !== undefined || mustNotLose(subject)),
  appliesWhen: `the policy evicts, and the workload must not lose keys (${MUST_NOT_LOSE.join(', ')}) or \`thresholds.evictionsPerMinute\` is set`,
  metrics: () => [{ name: 'Evictions', statistic: 'Sum' }],
  comparison: 'GreaterThanThreshold',
  threshold: (subject) => subject.thresholds.evictionsPerMinute ?? 0,
  thresholdFormula: 'any eviction; `thresholds.evictionsPerMinute` replaces it',
  unit: 'keys a minute',
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  missingDataReason: 'no data point means nothing was evicted in that minute, or the node is gone, which other alarms say',
  meaning: (subject) => (mustNotLose(subject) ? 'Keys that the workload needs are being thrown away to make room: data is being lost now.' : 'More keys are evicted than the team set as its limit.'),
  firstAction: (subject) => `First make room: delete what is not needed or shorten TTLs; then ${subject.sharded ? 'add shards' : 'take a larger node type'}. What was evicted has to be restored from its source.`,
  source: PAGES.elasticache.monitoringChoice,
});

function mustNotLose(subject: Subject): boolean {
  return MUST_NOT_LOSE.includes(subject.workload);
}
