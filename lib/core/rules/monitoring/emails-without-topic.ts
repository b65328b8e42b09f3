import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';

export const emailsWithoutTopic: SharedRule = {
  code: 'RB405',
  name: 'emails-without-topic',
  severity: 'error',
  looksAt: 'every',
  title: 'E-mail addresses subscribe to the new topic, so they do not go with existing topics.',
  why: 'With `topicArns` no topic is made, and the addresses would be left out in silence.',
  source: PAGES.sns.email,
  check: ({ resolved: { monitoring } }) =>
    monitoring.emails.length > 0 && monitoring.topicArns.length > 0
      ? [hit(['monitoring', 'emails'], 'must not be stated together with `monitoring.topicArns`, got both', 'subscribe the addresses to those topics, or remove `topicArns`')]
      : [],
};
