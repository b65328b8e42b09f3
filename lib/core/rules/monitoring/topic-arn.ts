import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';
import { statedTopics } from './topic-arns';

export const topicArn: SharedRule = {
  code: 'RB402',
  name: 'topic-arn',
  severity: 'error',
  looksAt: 'every',
  title: 'Topics are given by the ARN of an SNS topic.',
  why: 'An alarm with another action is created and then tells nobody.',
  source: PAGES.sns.arns,
  check: (context) =>
    statedTopics(context)
      .filter(({ region }) => region === undefined)
      .map(({ path, text }) => hit(path, `must be the ARN of an SNS topic, got ${shown(text)}`, 'write it as arn:aws:sns:<region>:<account>:<topic>', text)),
};
