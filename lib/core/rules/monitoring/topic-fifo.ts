import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';
import { statedTopics } from './topic-arns';

export const topicFifo: SharedRule = {
  code: 'RB404',
  name: 'topic-fifo',
  severity: 'error',
  looksAt: 'every',
  title: 'Topics are standard topics, not FIFO topics.',
  why: 'FIFO topics deliver to queues only, to no e-mail or pager, and ElastiCache events carry no message group.',
  source: PAGES.sns.fifo,
  check: (context) =>
    statedTopics(context)
      .filter(({ fifo }) => fifo === true)
      .map(({ path, text }) => hit(path, `must be a standard topic, got ${shown(text)}`, 'name a standard topic', text)),
};
