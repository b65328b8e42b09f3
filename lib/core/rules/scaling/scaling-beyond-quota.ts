import { LIMITS } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { currentSize, largestSize } from '../quotas/node-count';

const quota = LIMITS.elasticache.nodesPerCluster;

export const scalingBeyondQuota: Rule = {
  code: 'RB475',
  name: 'scaling-beyond-quota',
  severity: 'warning',
  title: 'Scaling can reach its upper bound within the quota of nodes.',
  why: 'Scaling out stops at the quota, during the very peak that it was meant for.',
  source: quota.source,
  kinds: ['sharded'],
  check: ({ resolved }) => {
    if (resolved.kind !== 'sharded') return [];
    const { nodes, shards } = largestSize(resolved);
    if (nodes <= quota.value || currentSize(resolved).nodes > quota.value) return [];
    const key = shards > resolved.shards.length ? 'shardScaling' : 'replicaScaling';
    return [hit([key, 'max'], `lets the cache grow to ${nodes} nodes, more than the default quota of ${quota.value} in one cluster`, 'lower it, or have the quota raised', nodes)];
  },
};
