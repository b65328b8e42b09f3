import { hit } from '../hit';
import type { Rule } from '../rule';

export const multiAzNeedsReplicas: Rule = {
  code: 'RB171',
  name: 'multi-az-needs-replicas',
  severity: 'error',
  title: 'Multi-AZ needs a replica in every shard.',
  why: 'A single node stands in a single zone; the service refuses Multi-AZ without replicas.',
  source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
  check: ({ resolved: { multiAz, replicasPerShard } }) =>
    multiAz && replicasPerShard < 1 ? [hit(['multiAz'], `must be false without replicas, got true with ${replicasPerShard}`, 'add a replica, or remove `multiAz`', true)] : [],
};
