import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';
import { namedShards } from './named-shards';

export const duplicateShards: Rule = {
  code: 'RB178',
  name: 'duplicate-shards',
  severity: 'error',
  title: 'Every shard has an id of its own.',
  why: 'Nodes, alarms and resharding tell shards apart by their id.',
  source: PAGES.elasticache.nodeGroupConfiguration,
  kinds: ['sharded'],
  check: (context) => {
    const shards = namedShards(context);
    return shards.flatMap(({ id }, index) => {
      const first = shards.findIndex((other) => other.id === id);
      return first === index ? [] : [hit(['shards', index, 'id'], `must be unique, got ${shown(id)}, which \`shards[${first}]\` has already`, 'choose an id that no shard ever had', id)];
    });
  },
};
