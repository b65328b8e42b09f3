import { LIMITS } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { currentSize } from './node-count';
import { sizePath } from './size-path';

const quota = LIMITS.elasticache.nodesPerCluster;
const maximum = LIMITS.elasticache.nodesPerClusterMax;

export const nodesPerCluster: Rule = {
  code: 'RB440',
  name: 'nodes-per-cluster',
  severity: 'warning',
  title: 'A cache has as many nodes as the service allows; beyond the default quota an increase is needed first.',
  why: 'Creating it fails until AWS has raised the quota of the account, which takes days.',
  source: quota.source,
  kinds: ['sharded'],
  check: ({ blueprint, resolved }) => {
    const { nodes } = currentSize(resolved);
    if (nodes > maximum.value) {
      return [{ ...hit(sizePath(blueprint), `must make at most ${maximum.value} nodes, got ${nodes}`, 'use fewer shards or replicas on larger nodes', nodes), severity: 'error' }];
    }
    return nodes > quota.value
      ? [hit(sizePath(blueprint), `makes ${nodes} nodes, more than the default quota of ${quota.value} in one cluster`, 'have the quota raised before the deployment, or use fewer, larger nodes', nodes)]
      : [];
  },
};
