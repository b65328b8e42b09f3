import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const subnetListsMatch: Rule = {
  code: 'RB333',
  name: 'subnet-lists-match',
  severity: 'error',
  title: 'Blocks and zones of existing subnets are listed one for each subnet.',
  why: 'They are read in the order of the subnets; a list of another length describes other subnets.',
  source: PAGES.elasticache.subnetGroups,
  check: ({ blueprint: { network } }) => {
    const subnets = network.subnetIds?.length ?? 0;
    return (['subnetCidrs', 'availabilityZones'] as const).flatMap((key) => {
      const count = network[key]?.length;
      return count === undefined || count === subnets
        ? []
        : [hit(['network', key], `must have one entry for each of \`network.subnetIds\`, got ${count} for ${subnets}`, 'state one for each subnet, in the same order', count)];
    });
  },
};
