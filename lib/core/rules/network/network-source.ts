import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const networkSource: Rule = {
  code: 'RB320',
  name: 'network-source',
  severity: 'error',
  title: 'A cache lives in an existing VPC or in a new one, not in both and not in neither.',
  why: 'Without a VPC of its own choice the service would use the default VPC, whose subnets are public.',
  source: PAGES.elasticache.subnetGroups,
  check: ({ blueprint: { network } }) => {
    const existing = network.vpcId !== undefined || network.subnetIds !== undefined;
    if (existing && network.newVpc !== undefined) {
      return [hit(['network'], 'must name either an existing VPC or `newVpc`, got both', 'remove `newVpc`, or `vpcId` and `subnetIds`')];
    }
    return existing || network.newVpc !== undefined
      ? []
      : [hit(['network'], 'must name either an existing VPC or `newVpc`, got neither', 'add `vpcId` with `subnetIds`, or `newVpc`')];
  },
};
