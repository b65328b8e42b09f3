import { hit } from '../hit';
import type { Rule } from '../rule';

export const multiAzNeedsFailover: Rule = {
  code: 'RB170',
  name: 'multi-az-needs-failover',
  severity: 'error',
  title: 'Multi-AZ comes with automatic failover.',
  why: 'A replica in another zone is of no help when nothing promotes it; the service refuses the pair.',
  source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
  // Without replicas Multi-AZ is refused already, whatever the failover.
  check: ({ resolved: { multiAz, automaticFailover, replicasPerShard } }) =>
    multiAz && !automaticFailover && replicasPerShard > 0
      ? [hit(['automaticFailover'], 'must be true with Multi-AZ, got false', 'remove it, or state `multiAz: false`', false)]
      : [],
};
