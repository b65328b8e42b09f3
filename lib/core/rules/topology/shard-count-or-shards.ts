import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const shardCountOrShards: Rule = {
  code: 'RB175',
  name: 'shard-count-or-shards',
  severity: 'error',
  title: 'Shards are counted or named, not both and not neither.',
  why: 'Two statements can contradict each other, and the number of shards decides cost and identity of every node.',
  source: PAGES.elasticache.createReplicationGroup,
  kinds: ['sharded'],
  check: ({ blueprint }) => {
    if (blueprint.kind !== 'sharded') return [];
    const { shardCount, shards, shardScaling } = blueprint;
    if (shardCount !== undefined && shards !== undefined) {
      return [hit(['shardCount'], `must not be stated beside \`shards\`, got ${shardCount} and ${shards.length}`, 'keep `shards`, whose length is the count', shardCount)];
    }
    if (shards !== undefined && shards.length === 0) return [hit(['shards'], 'must name at least one shard, got none', 'add a shard, or state `shardCount`')];
    if (shardCount !== undefined || shards !== undefined || shardScaling !== undefined) return [];
    return [hit(['shardCount'], 'must be stated for a sharded cache, got nothing', 'state `shardCount: 3`, or name `shards`')];
  },
};
