import type { ResolvedManagedBlueprint } from '../blueprint/resolve';
import type { Member } from '../plan/members';
import type { Alarm, CompositeAlarm, Dashboard, NodeId } from '../plan/nodes';
import { compositesOf } from './composites';
import { coverageOf } from './coverage';
import { dashboardOf } from './dashboard';
import type { AlarmDefinition } from './definition';
import { MANAGED_ALARMS } from './definitions';
import { managedSubject } from './managed-subject';
import type { Subject } from './subject';

/** Monitoring of one cache: alarms, what sums them up, and the dashboard if one is wanted. */
export interface Monitoring {
  readonly alarms: readonly Alarm[];
  /** Parts before what they are part of. */
  readonly composites: readonly CompositeAlarm[];
  readonly dashboard?: Dashboard;
}

/** Monitoring of a node-based ElastiCache cache, derived from its topology, node type, eviction policy and workload. */
export function monitoringOf(input: { readonly resolved: ResolvedManagedBlueprint; readonly members: readonly Member[]; readonly topic: NodeId }): Monitoring {
  return monitoringOfSubject({
    subject: managedSubject(input.resolved, input.members),
    definitions: MANAGED_ALARMS,
    topic: input.topic,
    dashboard: input.resolved.monitoring.dashboard,
  });
}

/** Monitoring of any subject by any definitions: what another kind of cache calls. */
export function monitoringOfSubject(input: {
  readonly subject: Subject;
  readonly definitions: readonly AlarmDefinition[];
  readonly topic: NodeId;
  readonly dashboard: boolean;
}): Monitoring {
  const coverage = coverageOf(input.definitions, input.subject, input.topic);
  const alarms = coverage.covered.flatMap((covered) => covered.alarms);
  const composites = compositesOf(alarms, input.subject, input.topic);
  return { alarms, composites, ...(input.dashboard ? { dashboard: dashboardOf(coverage, composites, input.subject) } : {}) };
}

export { ALARM_BUDGET, INDIVIDUAL_MEMBERS_MAX, alarmTemplateBytes } from './budget';
export { renderDashboardBody } from './dashboard-body';
export type { DashboardBody, DashboardPlace } from './dashboard-body';
export type { AlarmDefinition } from './definition';
export { MANAGED_ALARMS } from './definitions';
export { managedSubject } from './managed-subject';
export type { Subject } from './subject';
