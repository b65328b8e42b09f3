import { LIMITS } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

const most = LIMITS.elasticache.subnetsPerSubnetGroup;

export const subnetCountQuota: Rule = {
  code: 'RB324',
  name: 'subnet-count',
  severity: 'warning',
  title: 'A subnet group stays within the default quota of subnets.',
  why: 'The deployment fails unless the quota was raised first; no region has as many zones.',
  source: most.source,
  check: ({ blueprint: { network } }) => {
    const count = network.subnetIds?.length ?? 0;
    return count > most.value
      ? [hit(['network', 'subnetIds'], `must list at most ${most.value} subnets without a quota increase, got ${count}`, 'keep one or two in each zone', count)]
      : [];
  },
};
