import { hit } from '../hit';
import type { Rule } from '../rule';

export const multiAzNeedsFailover: Rule = {
  code: 'RB170',
  name: 'multi-az-needs-failover',
  severity: 'error',
  title: 'Multi-AZ comes with automatic failover.',
  why: 'A replica in another zone is of no help when nothing promotes it; the service refuses the pair.',
  source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
  check: ({ blueprint, resolved: { multiAz, automaticFailover } }) => {
    if (!multiAz || automaticFailover) return [];
    const path = blueprint.automaticFailover === false ? 'automaticFailover' : 'multiAz';
    return path === 'automaticFailover'
      ? [hit([path], 'must be true with Multi-AZ, got false', 'remove it, or state `multiAz: false`', false)]
      : [hit([path], 'must be false without automatic failover, got true', 'add a replica, or remove it', true)];
  },
};
