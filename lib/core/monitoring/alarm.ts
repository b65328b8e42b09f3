import { LIMITS } from '../catalog';
import type { Alarm, AlarmSignal, MissingData, NodeId } from '../plan/nodes';
import type { AlarmDefinition, Operand } from './definition';
import { groupReading, memberReading } from './readings';
import type { Subject } from './subject';
import type { Unit, UnitGroup } from './units';

/** Id of an alarm: kind of alarm and member or range, never a position among other alarms. */
export function alarmId(definition: AlarmDefinition, group: UnitGroup): NodeId {
  return `alarm-${definition.key}-${group.key}`;
}

/** The alarm of a definition on a group of units. */
export function alarmOf(definition: AlarmDefinition, group: UnitGroup, subject: Subject, topic: NodeId): Alarm {
  const urgency = definition.urgency(subject);
  const missing = missingDataOf(definition, group.units);
  return {
    kind: 'alarm',
    id: alarmId(definition, group),
    name: `${subject.cacheId}-${definition.key}-${group.key}`,
    question: definition.question,
    urgency,
    description: descriptionOf(definition, group, subject),
    signal: signalOf(definition, group, subject),
    comparison: definition.comparison,
    threshold: definition.threshold(subject),
    evaluationPeriods: definition.evaluationPeriods,
    datapointsToAlarm: definition.datapointsToAlarm,
    missingData: missing.treatment,
    missingDataReason: missing.reason,
    ...(definition.tellsItself === true ? { notify: topic } : {}),
    members: group.units.flatMap((unit) => unit.members.map((member) => member.name)),
  };
}

function missingDataOf(definition: AlarmDefinition, units: readonly Unit[]): { readonly treatment: MissingData; readonly reason: string } {
  if (definition.missingData === 'breaching' && units.every((unit) => unit.optional)) {
    return { treatment: 'notBreaching', reason: 'autoscaling makes and removes these members: silence is no fault of theirs' };
  }
  return { treatment: definition.missingData, reason: definition.missingDataReason };
}

function descriptionOf(definition: AlarmDefinition, group: UnitGroup, subject: Subject): string {
  const text = `${whereOf(group, subject)}: ${definition.meaning(subject)} ${definition.firstAction(subject)}`;
  return text.slice(0, LIMITS.cloudWatch.alarmDescriptionLength.value);
}

function whereOf({ units }: UnitGroup, subject: Subject): string {
  const [first] = units;
  const last = units.at(-1);
  if (first === undefined || last === undefined) return subject.cacheId;
  const nameOf = (unit: Unit): string => (unit.ordinal === 0 ? unit.shardId : (unit.members[0]?.name ?? unit.key));
  const noun = first.ordinal === 0 ? 'shard' : 'member';
  const cache = first.ordinal === 0 ? ` of ${subject.cacheId}` : '';
  return units.length === 1 ? `${noun} ${nameOf(first)}${cache}` : `one or more of the ${units.length} ${noun}s ${nameOf(first)} to ${nameOf(last)}${cache} (the dashboard tells which)`;
}

function signalOf(definition: AlarmDefinition, group: UnitGroup, subject: Subject): AlarmSignal {
  if (definition.scope === 'shards') return comparisonOf(definition, group, subject);
  const metrics = definition.metrics(subject);
  const [onlyMetric] = metrics;
  const [onlyUnit] = group.units;
  const [onlyMember] = onlyUnit?.members ?? [];
  if (definition.expression === undefined && metrics.length === 1 && onlyMetric && onlyMember && group.units.length === 1 && onlyUnit?.members.length === 1) {
    return { type: 'metric', metric: memberReading(onlyMetric, onlyMember, definition.periodSeconds, subject.reader) };
  }
  const read: { id: string; metric: ReturnType<typeof memberReading> }[] = [];
  const values = group.units.map((unit) => {
    const operands = unit.members.flatMap((member) =>
      metrics.map((metric): Operand => {
        const id = `m${read.length + 1}`;
        read.push({ id, metric: memberReading(metric, member, definition.periodSeconds, subject.reader) });
        return { id, member };
      }),
    );
    return definition.expression?.(operands, subject) ?? operands.map(({ id }) => id).join('+');
  });
  return { type: 'math', expression: worstOf(definition, values), label: definition.title, periodSeconds: definition.periodSeconds, metrics: read };
}

/**
 * The worst of several values, so that one bad unit rings for all. Only the highest value may ignore a silent unit; where
 * the lowest decides, silence is filled in, because metric math does not say what it makes of it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
function worstOf(definition: AlarmDefinition, values: readonly string[]): string {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return only;
  if (definition.comparison.startsWith('Greater')) return `MAX([${values.join(',')}])`;
  return `MIN([${values.map((value) => (definition.fillInBatch === undefined ? value : `FILL(${value},${definition.fillInBatch})`)).join(',')}])`;
}

/**
 * The fullest shard against the mean: of the group itself when it is the whole cache and all of it must exist, otherwise of
 * the replication group, since `AVG` counts a silent shard as 0.
 */
function comparisonOf(definition: AlarmDefinition, group: UnitGroup, subject: Subject): AlarmSignal {
  const metrics = definition.metrics(subject).slice(0, 1);
  const read = group.units.flatMap((unit) => unit.members.flatMap((member) => metrics.map((metric) => memberReading(metric, member, definition.periodSeconds, subject.reader))));
  const shards = read.map((metric, index) => ({ id: `m${index + 1}`, metric }));
  const ids = `[${shards.map(({ id }) => id).join(',')}]`;
  const common = { type: 'math' as const, label: definition.title, periodSeconds: definition.periodSeconds };
  if (comparesAmongItself(group.units, subject)) return { ...common, expression: `MAX(${ids})-AVG(${ids})`, metrics: shards };
  const mean = metrics.map((metric) => ({ id: 'mean', metric: groupReading(metric.name, subject.cacheId, definition.periodSeconds) }));
  return { ...common, expression: `IF(mean>0,MAX(${ids})-mean,0)`, metrics: [...shards, ...mean] };
}

function comparesAmongItself(units: readonly Unit[], subject: Subject): boolean {
  return units.length === subject.shards.length && units.length <= LIMITS.cloudWatch.metricsPerMathAlarm.value && units.every((unit) => !unit.optional);
}
