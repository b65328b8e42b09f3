import { LIMITS } from '../catalog';
import type { AlarmDefinition } from './definition';
import type { Subject, WatchedMember, WatchedShard } from './subject';
import { watchedMembers } from './subject';

/** The smallest thing that an alarm of a definition can speak of: a member, or a shard as a whole. */
export interface Unit {
  /** Identity inside the cache: `001`, `0001-001`, or a shard's `0001`. */
  readonly key: string;
  readonly shardId: string;
  /** Ordinal of the member; 0 for a shard as a whole. */
  readonly ordinal: number;
  readonly members: readonly WatchedMember[];
  readonly optional: boolean;
}

/** Units that share one alarm. */
export interface UnitGroup {
  readonly key: string;
  readonly units: readonly Unit[];
}

/** The units of a definition on this subject, in the order of shards and ordinals. */
export function unitsOf(definition: AlarmDefinition, subject: Subject): readonly Unit[] {
  switch (definition.scope) {
    case 'member':
      return watchedMembers(subject)
        .filter((member) => !(definition.skipsOptional === true && member.optional))
        .map((member) => ({ key: member.suffix, shardId: member.shardId, ordinal: member.ordinal, members: [member], optional: member.optional }));
    case 'shard':
      return subject.shards.map((shard) => shardUnit(shard, shard.members));
    case 'shards':
      return subject.shards.map((shard) => shardUnit(shard, shard.members.slice(0, 1)));
  }
}

function shardUnit({ id, optional }: WatchedShard, members: readonly WatchedMember[]): Unit {
  return { key: id, shardId: id, ordinal: 0, members, optional };
}

/** Each unit for itself. */
export function singly(units: readonly Unit[]): readonly UnitGroup[] {
  return units.map((unit) => ({ key: unit.key, units: [unit] }));
}

/** How many units of this many metrics fit into one alarm. */
export function unitsPerAlarm(metricsPerUnit: number, otherMetrics = 0): number {
  return Math.max(1, Math.floor((LIMITS.cloudWatch.metricsPerMathAlarm.value - otherMetrics) / Math.max(1, metricsPerUnit)));
}

/**
 * Puts units of neighbouring shards and the same ordinal together, `width` at most.
 *
 * Groups are ranges of shard ids, not positions in a list: a new or removed shard changes the alarms of its own range and
 * no other. Ids too scattered for that (1000, 2000, 3000) would fill ranges badly and are grouped by position instead.
 */
export function inRanges(units: readonly Unit[], width: number): readonly UnitGroup[] {
  const ranges = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = rangeKey(unit, width);
    if (key === undefined) return byPosition(units, width);
    ranges.set(key, [...(ranges.get(key) ?? []), unit]);
  }
  return ranges.size > mostRanges(units, width) ? byPosition(units, width) : [...ranges].map(([key, group]) => ({ key, units: group }));
}

function rangeKey(unit: Unit, width: number): string | undefined {
  if (!/^\d{1,4}$/.test(unit.shardId)) return namedRangeKey(unit, width);
  if (Number(unit.shardId) < 1) return undefined;
  const first = Math.floor((Number(unit.shardId) - 1) / width) * width + 1;
  const pad = (number: number): string => String(number).padStart(4, '0');
  const range = `${pad(first)}to${pad(first + width - 1)}`;
  return unit.ordinal === 0 ? range : `${range}-${String(unit.ordinal).padStart(3, '0')}`;
}

/** Shards with names of their own, such as `s12`: ranges of the number that the name ends with. */
function namedRangeKey({ shardId, ordinal }: Unit, width: number): string | undefined {
  const [, prefix = '', digits = ''] = /^([a-z][a-z0-9-]*?)(\d{1,6})$/.exec(shardId) ?? [];
  if (prefix === '' || Number(digits) < 1) return undefined;
  const first = Math.floor((Number(digits) - 1) / width) * width + 1;
  const range = `${prefix}${first}to${first + width - 1}`;
  return ordinal === 0 ? range : `${range}-${ordinal}`;
}

/** A quarter more ranges than full ones would be, and one for the end, for each ordinal: what the budget leaves room for. */
function mostRanges(units: readonly Unit[], width: number): number {
  const perOrdinal = new Map<number, number>();
  for (const { ordinal } of units) perOrdinal.set(ordinal, (perOrdinal.get(ordinal) ?? 0) + 1);
  return [...perOrdinal.values()].reduce((sum, count) => sum + Math.floor(Math.ceil(count / width) * 1.25) + 1, 0);
}

function byPosition(units: readonly Unit[], width: number): readonly UnitGroup[] {
  return Array.from({ length: Math.ceil(units.length / width) }, (_, index) => ({
    key: `group${String(index + 1).padStart(3, '0')}`,
    units: units.slice(index * width, (index + 1) * width),
  }));
}
