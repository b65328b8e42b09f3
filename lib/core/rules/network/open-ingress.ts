import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { allowedCidrs } from './stated-cidrs';

export const openIngress: SharedRule = {
  code: 'RB330',
  name: 'open-ingress',
  severity: 'error',
  looksAt: 'every',
  title: 'Nobody may connect from everywhere.',
  why: 'A cache that any address may reach is one routing mistake away from the internet.',
  source: PAGES.elasticache.vpcAccess,
  check: ({ blueprint: { network } }) =>
    allowedCidrs(network.allowFromCidrs ?? [])
      .filter(({ text }) => /\/0+$/.test(text))
      .map(({ path, text }) => hit(path, `must not let every address in, got ${text}`, 'name the security groups or blocks of the clients', text)),
};
