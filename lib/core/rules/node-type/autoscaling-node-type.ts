import { findNodeType, PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const autoscalingNodeType: Rule = {
  code: 'RB115',
  name: 'autoscaling-node-type',
  severity: 'error',
  title: 'Autoscaling needs a node type that it supports.',
  why: 'Application Auto Scaling only takes certain families from `large` up to a certain size; it refuses the others.',
  source: PAGES.elasticache.autoScaling,
  kinds: ['sharded'],
  check: ({ resolved }) => {
    const node = findNodeType(resolved.nodeType);
    if (resolved.kind !== 'sharded' || node === undefined || node.autoScaling) return [];
    const key = resolved.shardScaling !== undefined ? 'shardScaling' : resolved.replicaScaling !== undefined ? 'replicaScaling' : undefined;
    return key === undefined ? [] : [hit(['nodeType'], `must be one that autoscaling supports when \`${key}\` is stated, got ${resolved.nodeType}`, 'choose a size such as cache.r7g.large, or a fixed number', resolved.nodeType)];
  },
};
