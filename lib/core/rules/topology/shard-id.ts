import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';
import { namedShards } from './named-shards';

export const shardId: Rule = {
  code: 'RB177',
  name: 'shard-id',
  severity: 'error',
  title: 'The id of a shard is four digits.',
  why: 'The service pads shorter ids when it names nodes, so that alarms and the next deployment would look for other names.',
  source: PAGES.elasticache.nodeGroupConfiguration,
  kinds: ['sharded'],
  check: (context) =>
    namedShards(context).flatMap(({ id }, index) => {
      if (/^\d{4}$/.test(id)) return [];
      const padded = /^\d{1,3}$/.test(id) ? id.padStart(4, '0') : undefined;
      return [hit(['shards', index, 'id'], `must be four digits, got ${shown(id)}`, padded === undefined ? 'write an id such as "0001"' : `did you mean "${padded}"?`, id)];
    }),
};
