import { LIMITS } from '../catalog';
import type { Alarm, AlarmUrgency, CompositeAlarm, HealthQuestion, NodeId } from '../plan/nodes';
import type { Subject } from './subject';

/** The questions in the order in which they are asked. */
export const QUESTIONS: readonly { readonly question: HealthQuestion; readonly asked: string }[] = [
  { question: 'up', asked: 'Is it up?' },
  { question: 'fast', asked: 'Is it fast?' },
  { question: 'full', asked: 'Is it full?' },
  { question: 'safe', asked: 'Is it safe?' },
  { question: 'balanced', asked: 'Is it balanced?' },
];

/** Alarms that tell the topic themselves stand apart, so that no composite tells of them again. */
const GROUPS = QUESTIONS.flatMap(({ question, asked }) => [true, false].map((tellsItself) => ({ question, asked, tellsItself })));

const URGENCIES: readonly AlarmUrgency[] = ['page', 'ticket'];

/** Id of the composite that is the state of the whole cache. */
export const HEALTH_ID: NodeId = 'health';

/** `ALARM("arn:aws-us-gov:cloudwatch:ap-southeast-1:123456789012:alarm:") OR ` without the name. */
const RULE_BYTES_AROUND_A_NAME = 85;

/**
 * Composite alarms of a cache.
 *
 * Who tells whom: metric alarms are silent, and one composite for each question and urgency tells the topic, so that one
 * fault (a hot node: CPU, latency, traffic held back) sends one message. A composite that rings already is silent about the
 * next fault of its question. That is bearable where somebody is looking at that question anyway, and not where a second
 * shard loses its primary: those alarms tell the topic themselves, one a shard. `<cacheId>-health` sums up and tells nobody.
 *
 * A rule names at most 100 alarms in 10,240 characters; larger sets are divided into silent parts.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 */
export function compositesOf(alarms: readonly Alarm[], subject: Subject, topic: NodeId): readonly CompositeAlarm[] {
  const parts: CompositeAlarm[] = [];
  const groups: CompositeAlarm[] = [];
  for (const urgency of URGENCIES) {
    for (const { question, asked, tellsItself } of GROUPS) {
      const children = alarms.filter((alarm) => alarm.question === question && alarm.urgency === urgency && (alarm.notify !== undefined) === tellsItself);
      if (children.length === 0) continue;
      const key = `${urgency}-${question}${tellsItself ? '-each' : ''}`;
      const divided = divide(children);
      const own = divided.length === 1 ? [] : divided.map((part, index) => partOf(key, index, part, subject));
      parts.push(...own);
      groups.push({
        kind: 'compositeAlarm',
        id: `${HEALTH_ID}-${key}`,
        name: `${subject.cacheId}-${key}`,
        description: groupDescription(subject, urgency, asked),
        anyOf: (own.length === 0 ? children : own).map((child) => child.id),
        ...(tellsItself ? {} : { notify: topic }),
      });
    }
  }
  if (groups.length === 0) return [];
  return [...parts, ...groups, healthOf(groups, subject)];
}

function healthOf(groups: readonly CompositeAlarm[], subject: Subject): CompositeAlarm {
  return {
    kind: 'compositeAlarm',
    id: HEALTH_ID,
    name: `${subject.cacheId}-health`,
    description: `Something is wrong with ${subject.cacheId} (${subject.what} on ${subject.node.type}). The state of the whole cache; tells nobody itself. First open the dashboard and read it from the top.`,
    anyOf: groups.map((group) => group.id),
  };
}

function groupDescription(subject: Subject, urgency: AlarmUrgency, asked: string): string {
  const when = urgency === 'page' ? 'Needs somebody now.' : 'Can wait for working hours.';
  return `${subject.cacheId}: ${asked} One or more alarms on this question ring. ${when} First see on the dashboard which, and follow what its description says to do first.`;
}

function partOf(key: string, index: number, children: readonly Alarm[], subject: Subject): CompositeAlarm {
  return {
    kind: 'compositeAlarm',
    id: `${HEALTH_ID}-${key}-${index + 1}`,
    name: `${subject.cacheId}-${key}-${index + 1}`,
    description: `Part ${index + 1} of ${subject.cacheId}-${key}: a rule has room for so many alarms only. Tells nobody itself.`,
    anyOf: children.map((child) => child.id),
  };
}

function divide(children: readonly Alarm[]): readonly (readonly Alarm[])[] {
  const parts: Alarm[][] = [[]];
  let length = 0;
  for (const child of children) {
    const needed = child.name.length + RULE_BYTES_AROUND_A_NAME;
    const current = parts.at(-1) ?? [];
    const full = current.length === LIMITS.cloudWatch.compositeRuleChildren.value || length + needed > LIMITS.cloudWatch.compositeRuleLength.value;
    if (full) {
      parts.push([child]);
      length = needed;
    } else {
      current.push(child);
      length += needed;
    }
  }
  return parts;
}
