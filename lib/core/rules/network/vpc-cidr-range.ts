import { PAGES, VPC_FACTS } from '../../catalog';
import { parseCidr } from '../../plan/cidr';
import { ZONE_LETTERS } from '../../plan/network';
import type { Rule } from '../rule';
import { hit } from '../hit';

const widest = VPC_FACTS.widestPrefix.value;

/** Every zone gets its share of the block, and the share must still be a subnet. */
const narrowest = VPC_FACTS.narrowestPrefix.value - Math.ceil(Math.log2(ZONE_LETTERS.length));

export const vpcCidrRange: Rule = {
  code: 'RB326',
  name: 'vpc-cidr-range',
  severity: 'error',
  title: 'The block of a new VPC is one that AWS accepts and that can be shared by the zones.',
  why: 'Each zone gets a fixed eighth of the block, so that zones can come and go without moving a subnet.',
  source: PAGES.vpc.cidrBlocks,
  check: ({ blueprint: { network } }) => {
    const text = network.newVpc?.cidr;
    const block = text === undefined ? undefined : parseCidr(text);
    return block === undefined || (block.prefix >= widest && block.prefix <= narrowest)
      ? []
      : [hit(['network', 'newVpc', 'cidr'], `must be a block from /${widest} to /${narrowest}, got ${text}`, `choose a /${Math.min(Math.max(block.prefix, widest), narrowest)}`, text)];
  },
};
