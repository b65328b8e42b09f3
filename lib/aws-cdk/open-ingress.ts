import { Reference, Stack, Tokenization } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { formatFinding } from '../core/finding';
import { nodesOfKind } from '../core/plan/plan';
import { isEverybody, openIngressFinding } from '../core/rules/network/open-ingress';
import type { RenderedPlan } from './render';

/**
 * Refuses at synthesis what the rule on the blueprint would have refused: rules that `connections`, `underlying` or a construct elsewhere in
 * the app added to the security group, and that let every address in.
 */
export function refuseOpenIngress(scope: IConstruct, { plan, rendered }: RenderedPlan): void {
  const groups = [
    ...nodesOfKind(plan, 'firewall').map(({ id }) => rendered('firewall', id).resource),
    ...nodesOfKind(plan, 'nodeFirewall').map(({ id }) => rendered('nodeFirewall', id).resource),
  ];
  // Validations run once everything has been added, also what aspects add.
  scope.node.addValidation({ validate: () => openBlocks(groups).map((block) => formatFinding(openIngressFinding(['connections'], block))) });
}

function openBlocks(groups: readonly ec2.CfnSecurityGroup[]): string[] {
  const blocks = ingressOf(groups).flatMap(({ cidrIp, cidrIpv6 }) => [cidrIp, cidrIpv6]);
  return [...new Set(blocks)].filter((block) => typeof block === 'string').filter(isEverybody);
}

type Blocks = Pick<ec2.CfnSecurityGroup.IngressProperty, 'cidrIp' | 'cidrIpv6'>;

/** Rules that stand in the groups, and those that are resources of their own, in whichever stack. */
function ingressOf(groups: readonly ec2.CfnSecurityGroup[]): Blocks[] {
  const inline = groups.flatMap((group) => (Stack.of(group).resolve(group.securityGroupIngress) as Blocks[] | undefined) ?? []);
  const [first] = groups;
  const apart = (first?.node.root.node.findAll() ?? []).filter((construct) => ec2.CfnSecurityGroupIngress.isCfnSecurityGroupIngress(construct));
  return [...inline, ...apart.filter(({ groupId }) => groups.some((group) => refersTo(groupId, group)))];
}

function refersTo(groupId: string | undefined, group: ec2.CfnSecurityGroup): boolean {
  const reference = groupId === undefined ? undefined : Tokenization.reverse(groupId, { failConcat: false });
  return Reference.isReference(reference) && reference.target === group;
}
