import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';

export const nobodyAllowed: SharedRule = {
  code: 'RB332',
  name: 'nobody-allowed',
  severity: 'info',
  looksAt: 'every',
  title: 'The blueprint says who may connect.',
  why: 'Without a security group or block the cache is unreachable until an application is let in by construct or id.',
  source: PAGES.elasticache.vpcAccess,
  check: ({ blueprint: { network } }) =>
    (network.allowFromSecurityGroups ?? []).length + (network.allowFromCidrs ?? []).length > 0
      ? []
      : [hit(['network'], 'lets nobody connect', 'add `allowFromSecurityGroups`, or let applications in with the construct')],
};
