import { LIMITS } from '../catalog';
import type { Alarm, CompositeAlarm, Dashboard, HealthQuestion } from '../plan/nodes';
import { INDIVIDUAL_MEMBERS_MAX } from './budget';
import { HEALTH_ID, QUESTIONS } from './composites';
import { CONTEXT_GRAPHS } from './context-graphs';
import type { ContextGraph } from './context-graphs';
import type { Coverage } from './coverage';
import { contextGraph, definitionGraph, ofQuestion, primariesGraph, unalarmedGraph } from './graphs';
import type { UnplacedWidget } from './layout';
import { placeWidgets } from './layout';
import type { Subject } from './subject';
import { watchedMembers } from './subject';

const FULL_WIDTH = LIMITS.cloudWatch.dashboardGridColumns.value;

/** Alarms that one alarm widget shows. */
const ALARMS_PER_WIDGET = 100;

/**
 * The dashboard of a cache: what it is, which alarms ring, then five questions in the order in which somebody who was woken
 * asks them. Each graph of an alarm shows that alarm's threshold.
 */
export function dashboardOf(coverage: Coverage, composites: readonly CompositeAlarm[], subject: Subject, context: readonly ContextGraph[] = CONTEXT_GRAPHS): Dashboard {
  const widgets = [header(coverage, subject), stateOf(composites), ...QUESTIONS.flatMap(({ question, asked }) => sectionOf(question, asked, coverage, subject, context))];
  return { kind: 'dashboard', id: 'dashboard', name: subject.cacheId, widgets: placeWidgets(widgets) };
}

function header({ onDashboardOnly }: Coverage, subject: Subject): UnplacedWidget {
  const members = watchedMembers(subject);
  const optional = members.filter((member) => member.optional).length;
  const lines = [
    `# ${subject.cacheId}`,
    `${subject.what} on ${subject.node.type}, ${subject.workload}: ${subject.shards.length} ${subject.shards.length === 1 ? 'shard' : 'shards'}, ${members.length} members${optional > 0 ? `, ${optional} of them only while autoscaling keeps them` : ''}.`,
    subject.connect ??
      (subject.sharded
        ? 'Clients use the configuration endpoint (an output of the stack) with a cluster client and TLS.'
        : 'Clients write to the primary endpoint and may read from the reader endpoint (outputs of the stack), with TLS.'),
    'Runbook: open the ringing alarm; its description says what it means and what to do first. Then read down: up, fast, full, safe, balanced.',
    ...(members.length > INDIVIDUAL_MEMBERS_MAX ? ['A cache this large: an alarm watches up to ten members, any of which makes it ring; the graphs show the worst ten.'] : []),
    ...(onDashboardOnly.length > 0 ? [`Without an alarm at this size, watch here: ${onDashboardOnly.map((definition) => definition.title.toLowerCase()).join('; ')}.`] : []),
  ];
  return { type: 'text', question: 'header', width: FULL_WIDTH, height: 5, markdown: lines.join('\n\n') };
}

function stateOf(composites: readonly CompositeAlarm[]): UnplacedWidget {
  const parts = new Set(composites.filter((composite) => composite.id !== HEALTH_ID).flatMap((composite) => composite.anyOf));
  const shown = composites.filter((composite) => !parts.has(composite.id)).map((composite) => composite.id);
  return { type: 'alarm', question: 'header', width: FULL_WIDTH, height: 3, title: 'State of the cache', alarms: [HEALTH_ID, ...shown.filter((id) => id !== HEALTH_ID)] };
}

function sectionOf(question: HealthQuestion, asked: string, coverage: Coverage, subject: Subject, context: readonly ContextGraph[]): readonly UnplacedWidget[] {
  const covered = coverage.covered.filter(({ definition }) => definition.question === question);
  const alarms = covered.flatMap((entry) => entry.alarms);
  const graphs = [
    ...(question === 'up' ? [primariesGraph(subject)] : []),
    ...covered.flatMap((entry) => definitionGraph(entry, subject)),
    ...ofQuestion(coverage.onDashboardOnly, question).map((definition) => unalarmedGraph(definition, subject)),
    ...ofQuestion(context, question)
      .filter(() => question !== 'balanced' || watchedMembers(subject).length > 1)
      .filter((graph) => graph.applies?.(subject) ?? true)
      .map((graph) => contextGraph(graph, subject)),
  ];
  if (graphs.length === 0) return [];
  return [{ type: 'text', question, width: FULL_WIDTH, height: 1, markdown: `## ${asked}` }, ...alarmWidgets(question, alarms), ...graphs];
}

function alarmWidgets(question: HealthQuestion, alarms: readonly Alarm[]): readonly UnplacedWidget[] {
  return Array.from({ length: Math.ceil(alarms.length / ALARMS_PER_WIDGET) }, (_, index) => {
    const shown = alarms.slice(index * ALARMS_PER_WIDGET, (index + 1) * ALARMS_PER_WIDGET);
    return { type: 'alarm', question, width: FULL_WIDTH, height: shown.length > 24 ? 4 : 2, title: 'Alarms', alarms: shown.map((alarm) => alarm.id) };
  });
}
