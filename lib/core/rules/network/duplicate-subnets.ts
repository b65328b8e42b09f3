import { PAGES } from '../../catalog';
import { overlaps, parseCidr } from '../../plan/cidr';
import type { Rule, RuleHit } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';

export const duplicateSubnets: Rule = {
  code: 'RB323',
  name: 'duplicate-subnets',
  severity: 'error',
  title: 'Every subnet is listed once, and their address blocks do not overlap.',
  why: 'A subnet listed twice looks like a second zone, while all nodes share the fate of one; subnets of a VPC never overlap.',
  source: PAGES.vpc.subnetSizing,
  check: ({ blueprint: { network } }) => [...repeatedIds(network.subnetIds ?? []), ...overlapping(network.subnetCidrs ?? [])],
};

function repeatedIds(ids: readonly string[]): RuleHit[] {
  return ids.flatMap((id, index) => {
    const first = ids.indexOf(id);
    return first === index ? [] : [hit(['network', 'subnetIds', index], `repeats \`network.subnetIds[${first}]\`, got ${shown(id)}`, 'remove it, or name a subnet in another zone', id)];
  });
}

function overlapping(texts: readonly string[]): RuleHit[] {
  const blocks = texts.map(parseCidr);
  return blocks.flatMap((block, index) => {
    const other = blocks.findIndex((candidate, position) => position < index && block !== undefined && candidate !== undefined && overlaps(block, candidate));
    return other < 0
      ? []
      : [hit(['network', 'subnetCidrs', index], `must not overlap \`network.subnetCidrs[${other}]\`, got ${texts[index]} and ${texts[other]}`, 'correct the block', texts[index])];
  });
}
