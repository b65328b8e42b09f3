import { hit } from '../hit';
import type { Rule } from '../rule';

export const failoverNeedsReplicas: Rule = {
  code: 'RB172',
  name: 'failover-needs-replicas',
  severity: 'error',
  title: 'Automatic failover of a replicated cache needs a replica.',
  why: 'There is nothing to promote; the service refuses it with cluster mode disabled.',
  source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
  kinds: ['replicated'],
  check: ({ resolved: { automaticFailover, replicasPerShard } }) =>
    automaticFailover && replicasPerShard < 1
      ? [hit(['automaticFailover'], `must be false without replicas, got true with ${replicasPerShard}`, 'add a replica, or remove `automaticFailover`', true)]
      : [],
};
