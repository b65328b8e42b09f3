import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { statedTopics } from './topic-arns';

export const topicRegion: SharedRule = {
  code: 'RB403',
  name: 'topic-region',
  severity: 'error',
  looksAt: 'every',
  title: 'Topics are in the region of the cache.',
  why: 'CloudWatch alarms act in their own region only, and the cache takes no topic of another.',
  source: PAGES.sns.alarmActions,
  check: (context) => {
    const region = context.resolved.region;
    return statedTopics(context)
      .filter((topic) => region !== undefined && topic.region !== undefined && topic.region !== region)
      .map((topic) => hit(topic.path, `must be a topic in ${region}, got one in ${topic.region}`, 'name a topic of that region', topic.text));
  },
};
