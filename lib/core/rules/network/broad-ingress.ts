import { PAGES, VPC_FACTS } from '../../catalog';
import { addressCount } from '../../plan/cidr';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { allowedCidrs } from './stated-cidrs';

const widest = VPC_FACTS.widestPrefix.value;

export const broadIngress: SharedRule = {
  code: 'RB331',
  name: 'broad-ingress',
  severity: 'warning',
  looksAt: 'every',
  title: 'An address block that may connect is not larger than a whole VPC.',
  why: 'Everything in such a block can try passwords, also what is put there next year.',
  source: PAGES.vpc.securityGroupRules,
  check: ({ blueprint: { network } }) =>
    allowedCidrs(network.allowFromCidrs ?? []).flatMap(({ path, text, cidr }) =>
      cidr !== undefined && cidr.prefix > 0 && cidr.prefix < widest
        ? [hit(path, `lets ${addressCount(cidr)} addresses in, more than a VPC can have, got ${text}`, `name security groups, or blocks of /${widest} and smaller`, text)]
        : [],
    ),
};
