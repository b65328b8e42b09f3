import { LIMITS } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

const most = LIMITS.elasticache.shardsMax.value;

export const shardRange: Rule = {
  code: 'RB176',
  name: 'shard-range',
  severity: 'error',
  title: 'A cache has as many shards as the service takes.',
  why: 'The service refuses more, whatever the quota.',
  source: LIMITS.elasticache.shardsMax.source,
  kinds: ['sharded'],
  check: ({ blueprint }) => {
    if (blueprint.kind !== 'sharded') return [];
    const { shardCount, shards } = blueprint;
    if (shardCount !== undefined && !(Number.isInteger(shardCount) && shardCount >= 1 && shardCount <= most)) {
      return [hit(['shardCount'], `must be a whole number from 1 to ${most}, got ${shardCount}`, 'correct it', shardCount)];
    }
    return shards !== undefined && shards.length > most ? [hit(['shards'], `must be at most ${most}, got ${shards.length}`, 'use larger nodes and fewer shards', shards.length)] : [];
  },
};
