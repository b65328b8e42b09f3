import { LIMITS } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';

const most = LIMITS.cloudWatch.actionsPerAlarmState;

export const topicCount: SharedRule = {
  code: 'RB406',
  name: 'topic-count',
  severity: 'error',
  looksAt: 'every',
  title: 'There are no more topics than an alarm can tell.',
  why: 'CloudWatch refuses an alarm with more actions.',
  source: most.source,
  check: ({ resolved: { monitoring } }) =>
    monitoring.topicArns.length > most.value
      ? [hit(['monitoring', 'topicArns'], `must list at most ${most.value} topics, got ${monitoring.topicArns.length}`, 'subscribe the other recipients to one of the topics', monitoring.topicArns.length)]
      : [],
};
