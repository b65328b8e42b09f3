import { LIMITS } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

const most = LIMITS.elasticache.replicasPerShard.value;

export const replicaRange: Rule = {
  code: 'RB174',
  name: 'replica-range',
  severity: 'error',
  title: 'A shard has as many replicas as the service takes.',
  why: 'The service refuses more nodes in a shard.',
  source: LIMITS.elasticache.replicasPerShard.source,
  check: ({ resolved: { kind, replicasPerShard: count } }) => {
    if (Number.isInteger(count) && count >= 0 && count <= most) return [];
    const key = kind === 'sharded' ? 'replicasPerShard' : 'replicas';
    return [hit([key], `must be a whole number from 0 to ${most}, got ${count}`, count > most ? 'lower it, or spread reads over more shards' : 'correct it', count)];
  },
};
