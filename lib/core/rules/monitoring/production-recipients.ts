import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';

export const productionRecipients: SharedRule = {
  code: 'RB400',
  name: 'production-recipients',
  severity: 'warning',
  looksAt: 'every',
  title: 'Somebody receives the alarms of production.',
  why: 'An alarm without a recipient is noticed by the customers first.',
  source: PAGES.cloudWatch.notifyWithSns,
  check: ({ resolved: { environment, monitoring } }) =>
    environment === 'production' && monitoring.emails.length + monitoring.topicArns.length === 0
      ? [hit(['monitoring'], 'should name a recipient of alarms in production, got none', 'add `emails`, or `topicArns` of topics that somebody reads')]
      : [],
};
