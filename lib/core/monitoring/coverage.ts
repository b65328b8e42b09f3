import { LIMITS } from '../catalog';
import type { Alarm, NodeId } from '../plan/nodes';
import { alarmOf } from './alarm';
import { ALARM_BUDGET, INDIVIDUAL_MEMBERS_MAX, alarmTemplateBytes, templateBytes } from './budget';
import type { AlarmDefinition } from './definition';
import type { Subject } from './subject';
import { watchedMembers } from './subject';
import type { UnitGroup } from './units';
import { inRanges, singly, unitsOf, unitsPerAlarm } from './units';

/** A definition and its alarms on one subject. */
export interface CoveredDefinition {
  readonly definition: AlarmDefinition;
  readonly alarms: readonly Alarm[];
}

/** Which definitions ring on a subject, and which the budget left to the dashboard. */
export interface Coverage {
  readonly covered: readonly CoveredDefinition[];
  readonly onDashboardOnly: readonly AlarmDefinition[];
}

/**
 * Applies definitions to a subject, in their order.
 *
 * Up to a stated size each member has its own alarms. Beyond it alarms are shared by up to ten metrics, and definitions are
 * taken in order of need while resources and template bytes last; one that does not fit covers nobody, never half of the members.
 */
export function coverageOf(definitions: readonly AlarmDefinition[], subject: Subject, topic: NodeId): Coverage {
  const covered: CoveredDefinition[] = [];
  const onDashboardOnly: AlarmDefinition[] = [];
  let alarmsLeft = ALARM_BUDGET;
  let bytesLeft = alarmTemplateBytes(watchedMembers(subject).length);
  for (const definition of definitions.filter((candidate) => candidate.applies(subject))) {
    const alarms = groupsOf(definition, subject).map((group) => alarmOf(definition, group, subject, topic));
    const bytes = alarms.reduce((sum, alarm) => sum + templateBytes(alarm), 0);
    if (alarms.length > alarmsLeft || bytes > bytesLeft) {
      onDashboardOnly.push(definition);
      continue;
    }
    alarmsLeft -= alarms.length;
    bytesLeft -= bytes;
    covered.push({ definition, alarms });
  }
  return { covered, onDashboardOnly };
}

function groupsOf(definition: AlarmDefinition, subject: Subject): readonly UnitGroup[] {
  const units = unitsOf(definition, subject);
  if (definition.scope === 'shards') return comparedGroups(units, subject);
  if (watchedMembers(subject).length <= INDIVIDUAL_MEMBERS_MAX) return singly(units);
  const membersPerUnit = Math.max(1, ...units.map((unit) => unit.members.length));
  return inRanges(units, unitsPerAlarm(definition.metrics(subject).length * membersPerUnit));
}

/** One comparison for the whole cache where its shards fit into one alarm, ranges beside the group's mean otherwise. */
function comparedGroups(units: readonly UnitGroup['units'][number][], subject: Subject): readonly UnitGroup[] {
  const besideTheMean = unitsPerAlarm(1, 1);
  const fitsOne = units.length <= (subject.shards.some((shard) => shard.optional) ? besideTheMean : LIMITS.cloudWatch.metricsPerMathAlarm.value);
  return fitsOne ? [{ key: 'shards', units }] : inRanges(units, besideTheMean);
}
