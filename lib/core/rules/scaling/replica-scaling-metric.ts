import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const replicaScalingMetric: Rule = {
  code: 'RB472',
  name: 'replica-scaling-metric',
  severity: 'error',
  title: 'Replicas scale by CPU, not by memory.',
  why: 'A replica holds the same keys as its primary, so another one frees no memory; the service offers no such metric.',
  source: PAGES.elasticache.autoScalingReplicaMetrics,
  kinds: ['sharded'],
  check: ({ resolved }) =>
    resolved.kind === 'sharded' && resolved.replicaScaling?.metric === 'memory'
      ? [hit(['replicaScaling', 'metric'], 'must be engine-cpu, got memory', 'use `shardScaling` to follow memory', 'memory')]
      : [],
};
