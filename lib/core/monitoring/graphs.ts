import type { DashboardWidget, HealthQuestion, MetricReading } from '../plan/nodes';
import { INDIVIDUAL_MEMBERS_MAX } from './budget';
import type { CoveredDefinition } from './coverage';
import type { ContextGraph } from './context-graphs';
import type { AlarmDefinition } from './definition';
import type { UnplacedWidget } from './layout';
import type { MeasuredMetric } from './readings';
import { ELASTICACHE_READER, memberReading } from './readings';
import type { Subject } from './subject';
import { watchedMembers } from './subject';

/** Lines that a graph shows of a large cache: the worst, since all of them cannot be read. */
const WORST_SHOWN = 10;

/**
 * A graph takes 500 metrics and expressions.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
const METRICS_BESIDE_A_SUM = 499;

const GRAPH = { type: 'metric', view: 'timeSeries', width: 8, height: 6 } as const;

type Lines = Pick<DashboardWidget, 'metrics' | 'expressions'>;

/**
 * The graph of an alarm definition, with the thresholds of its alarms as lines. None for whole shards of a large cache:
 * the worst ten cannot be searched for, and the state of its alarms names the shards.
 */
export function definitionGraph({ definition, alarms }: CoveredDefinition, subject: Subject): readonly UnplacedWidget[] {
  if (alarms.length === 0 || (isLarge(subject) && definition.scope === 'shard')) return [];
  const lines = isLarge(subject) && definition.scope === 'member' ? metricLines(definition.metrics(subject), subject, definition.periodSeconds, definition) : alarmLines(alarms);
  return [{ ...GRAPH, question: definition.question, title: definition.title, ...lines, ...thresholdsOf(definition, alarms, subject) }];
}

/** The graph of a definition that a cache this large has no alarms for. */
export function unalarmedGraph(definition: AlarmDefinition, subject: Subject): UnplacedWidget {
  return contextGraph({ question: definition.question, title: `${definition.title} (no alarm)`, metrics: definition.metrics(subject) }, subject, definition.periodSeconds);
}

/** A graph that explains. */
export function contextGraph({ question, title, metrics }: ContextGraph, subject: Subject, periodSeconds = 60): UnplacedWidget {
  return { ...GRAPH, question, title, ...metricLines(metrics, subject, periodSeconds) };
}

/**
 * Primaries over the whole cache, which is the number of shards when all is well. Counted from metrics that are named one by one,
 * since a search may find another cache's; the largest caches of all have more nodes than a graph takes metrics, and are searched for.
 */
export function primariesGraph(subject: Subject): UnplacedWidget {
  const reader = subject.reader ?? ELASTICACHE_READER;
  const role: MeasuredMetric = { name: reader.roleMetric, statistic: 'Maximum' };
  const expected = `expected: ${subject.shards.filter((shard) => !shard.optional).length}`;
  const title = 'Primaries in all';
  if (isLarge(subject) && (reader.searchesExactly || watchedMembers(subject).length > METRICS_BESIDE_A_SUM)) {
    return { ...GRAPH, question: 'up', title, expressions: [{ id: 'primaries', label: expected, expression: `SUM(${searchFor(role, subject)})` }] };
  }
  const metrics = watchedMembers(subject).map((member, index) => ({ metric: memberReading(role, member, 60, subject.reader), id: `m${index + 1}`, hidden: true }));
  return { ...GRAPH, question: 'up', title, metrics, expressions: [{ id: 'primaries', label: expected, expression: 'SUM(METRICS())' }] };
}

function isLarge(subject: Subject): boolean {
  return watchedMembers(subject).length > INDIVIDUAL_MEMBERS_MAX;
}

/** Exactly what the alarms compare: their metrics as lines, their expressions over hidden metrics. */
function alarmLines(alarms: CoveredDefinition['alarms']): Lines {
  const metrics: { metric: MetricReading; label?: string; hidden?: boolean; id?: string }[] = [];
  const expressions: { id: string; label: string; expression: string }[] = [];
  alarms.forEach((alarm, index) => {
    if (alarm.signal.type === 'metric') {
      metrics.push({ metric: alarm.signal.metric, label: labelOf(alarm.members, alarm.id) });
      return;
    }
    const prefix = `a${index + 1}`;
    for (const { id, metric } of alarm.signal.metrics) metrics.push({ metric, id: `${prefix}${id}`, hidden: true });
    expressions.push({ id: prefix, label: labelOf(alarm.members, alarm.id), expression: prefixed(alarm.signal.expression, alarm.signal.metrics.map(({ id }) => id), prefix) });
  });
  return { ...(metrics.length > 0 ? { metrics } : {}), ...(expressions.length > 0 ? { expressions } : {}) };
}

function labelOf(members: readonly string[], fallback: string): string {
  const [only] = members;
  return members.length === 1 && only !== undefined ? only : fallback.replace(/^alarm-/, '');
}

/** Ids of several alarms meet in one graph, so each alarm's get its prefix. */
function prefixed(expression: string, ids: readonly string[], prefix: string): string {
  return expression.replace(/\b[a-z]\w*\b/g, (word) => (ids.includes(word) ? `${prefix}${word}` : word));
}

function metricLines(metrics: readonly MeasuredMetric[], subject: Subject, periodSeconds: number, definition?: AlarmDefinition): Lines {
  if (isLarge(subject)) {
    const order = definition?.comparison.startsWith('Less') === true ? 'MIN, ASC' : 'MAX, DESC';
    return {
      expressions: metrics.map((metric, index) => ({
        id: `e${index + 1}`,
        label: metrics.length > 1 ? metric.name : '',
        expression: `SORT(${searchFor(metric, subject)}, ${order}, ${WORST_SHOWN})`,
      })),
    };
  }
  return {
    metrics: metrics.flatMap((metric) =>
      watchedMembers(subject).map((member) => ({
        metric: memberReading(metric, member, periodSeconds, subject.reader),
        label: metrics.length > 1 ? `${member.suffix} ${metric.name}` : member.name,
      })),
    ),
  };
}

/**
 * Finds a metric of every member. Of a cache too large to name each, another cache whose id holds the same words in a row
 * may be found too; its full name shows in the legend, and validation of both together warns of it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html
 */
function searchFor(metric: MeasuredMetric, subject: Subject): string {
  const { namespace, dimensionNames, searchTerm } = subject.reader ?? ELASTICACHE_READER;
  return `SEARCH('{${namespace},${dimensionNames(metric.name).join(',')}} MetricName="${metric.name}" ${searchTerm(subject)}', '${metric.statistic}')`;
}

function thresholdsOf(definition: AlarmDefinition, alarms: CoveredDefinition['alarms'], subject: Subject): Pick<DashboardWidget, 'thresholds'> {
  const comparesOtherThanShown = isLarge(subject) && definition.scope === 'member' && definition.expression !== undefined;
  const values = [...new Set(alarms.map((alarm) => alarm.threshold))];
  if (comparesOtherThanShown || values.length === 0) return {};
  const urgency = definition.urgency(subject);
  return { thresholds: values.map((value) => ({ label: `${urgency}: ${trimmed(value)} ${definition.unit}`, value })) };
}

function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Widgets that belong to a question. */
export function ofQuestion<T extends { readonly question: HealthQuestion }>(items: readonly T[], question: HealthQuestion): readonly T[] {
  return items.filter((item) => item.question === question);
}
