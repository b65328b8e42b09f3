import type { Renderer } from '../context';
import { sourceId } from '../ingress';
import type { IngressSource } from '../rendered';
import { literal } from '../text';
import { SecurityGroup, VpcSecurityGroupEgressRule, VpcSecurityGroupIngressRule } from '../vendor';

/** Package archives and AWS APIs have no addresses that could be listed. */
const ANYWHERE = '0.0.0.0/0';

/**
 * The security group of the nodes: each other on the peer ports, clients on theirs, out where the plan says. Rules are resources of
 * their own, since a group cannot refer to itself; without an egress rule in the group, the provider removes the one that AWS adds.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
 */
export const renderNodeFirewall: Renderer<'nodeFirewall'> = (node, context) => {
  const scope = context.scopeOf(node);
  const securityGroup = new SecurityGroup(scope, 'Default', {
    namePrefix: literal(`${context.plan.id}-nodes-`),
    description: literal(node.description),
    vpcId: context.get('network', node.network).vpcId,
    tags: { Name: literal(`${context.plan.id}-nodes`), ...context.tags },
    // A group in use cannot be deleted: interfaces move to the new one first.
    lifecycle: { createBeforeDestroy: true },
  });
  const rule = (port: number, description: string): { securityGroupId: string; fromPort: number; toPort: number; ipProtocol: string; description: string; tags: { [name: string]: string } } => ({
    securityGroupId: securityGroup.id,
    fromPort: port,
    toPort: port,
    ipProtocol: 'tcp',
    description: literal(description),
    tags: context.tags,
  });
  for (const port of node.peerPorts) {
    new VpcSecurityGroupIngressRule(scope, `peers-${String(port)}`, { ...rule(port, `Nodes of ${context.plan.id}`), referencedSecurityGroupId: securityGroup.id });
    new VpcSecurityGroupEgressRule(scope, `to-peers-${String(port)}`, { ...rule(port, `Nodes of ${context.plan.id}`), referencedSecurityGroupId: securityGroup.id });
  }
  for (const port of node.outboundPorts) {
    new VpcSecurityGroupEgressRule(scope, `out-${String(port)}`, { ...rule(port, 'AWS APIs and package archives'), cidrIpv4: ANYWHERE });
  }
  const allowFrom = (source: IngressSource): void => {
    for (const port of node.clientPorts) {
      const id = `${sourceId(scope, source)}-${String(port)}`;
      if (scope.node.tryFindChild(id) !== undefined) continue;
      new VpcSecurityGroupIngressRule(scope, id, {
        ...rule(port, `Clients of ${context.plan.id}`),
        ...('cidr' in source ? { cidrIpv4: source.cidr } : { referencedSecurityGroupId: source.securityGroupId }),
      });
    }
  };
  for (const securityGroupId of node.allowFromSecurityGroups) allowFrom({ securityGroupId });
  for (const cidr of node.allowFromCidrs) allowFrom({ cidr });
  return { securityGroup, allowFrom };
};
