import { PAGES } from '../../catalog';
import type { Rule, RuleHit } from '../rule';
import { hit } from '../hit';

export const subnetsStated: Rule = {
  code: 'RB321',
  name: 'subnets-stated',
  severity: 'error',
  title: 'An existing VPC comes with its subnets, and a new one with its zones.',
  why: 'A subnet group cannot be empty, and a security group needs the VPC that the subnets are in.',
  source: PAGES.elasticache.createSubnetGroup,
  check: ({ blueprint: { network } }) => {
    const hits: RuleHit[] = [];
    if (network.vpcId !== undefined && (network.subnetIds ?? []).length === 0) {
      hits.push(hit(['network', 'subnetIds'], 'must list the subnets of `network.vpcId`, got none', 'add private subnets in different zones'));
    }
    if (network.vpcId === undefined && network.subnetIds !== undefined) {
      hits.push(hit(['network', 'vpcId'], 'must name the VPC of `network.subnetIds`, got nothing', 'add it'));
    }
    if (network.newVpc?.availabilityZones.length === 0) {
      hits.push(hit(['network', 'newVpc', 'availabilityZones'], 'must list at least one zone, got none', 'add two or more zones of the region'));
    }
    return hits;
  },
};
