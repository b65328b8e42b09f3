import { nodesOfKind } from '../../plan/plan';
import type { Plan } from '../../plan/plan';
import type { Alarm, HealthQuestion } from '../../plan/nodes';
import { MANAGED_ALARMS } from '../../monitoring';
import { SELF_MANAGED_ALARMS } from '../../monitoring/self-managed';
import { groupBy } from './group-by';
import type { AlarmsReport, PlanReport } from './shape';

/** The order in which somebody who was woken up asks. */
const QUESTIONS: readonly HealthQuestion[] = ['up', 'fast', 'full', 'safe', 'balanced'];

/** Alarms by the question that they answer, and who is told. */
export function alarmsOf(plan: Plan): PlanReport['alarms'] {
  const alarms = nodesOfKind(plan, 'alarm');
  return {
    total: alarms.length,
    composites: nodesOfKind(plan, 'compositeAlarm').length,
    byQuestion: QUESTIONS.map((question) => ofQuestion(question, alarms.filter((alarm) => alarm.question === question))).filter(({ count }) => count > 0),
    recipients: nodesOfKind(plan, 'notificationTopic').flatMap(({ source }) =>
      source.from === 'existing' ? source.arns : [`new topic ${source.name}`, ...source.emails],
    ),
    dashboard: nodesOfKind(plan, 'dashboard').length > 0,
  };
}

function ofQuestion(question: HealthQuestion, alarms: readonly Alarm[]): AlarmsReport {
  const byTopic = groupBy(alarms, topicOf);
  return {
    question,
    count: alarms.length,
    topics: [...byTopic].map(([topic, members]) => ({ topic, count: members.length, urgency: members.some(({ urgency }) => urgency === 'page') ? 'page' : 'ticket' })),
  };
}

/** Longest first, so that a key that begins with another one is found. */
const KEYS = [...MANAGED_ALARMS, ...SELF_MANAGED_ALARMS].map(({ key }) => key).sort((a, b) => b.length - a.length);

/** `alarm-cpu-0001-002` watches `cpu`: what is left without the shard and the member. */
function topicOf({ id }: Alarm): string {
  const topic = id.replace(/^alarm-/, '');
  return KEYS.find((key) => topic.startsWith(`${key}-`)) ?? topic;
}
