import type { Renderer } from '../context';
import { sourceId } from '../ingress';
import type { IngressSource } from '../rendered';
import { literal } from '../text';
import { SecurityGroup, VpcSecurityGroupIngressRule } from '../vendor';

/**
 * The security group and one rule for each source. Rules are resources of their own, so that applications can add theirs without
 * taking the others' away; without an egress rule in the group, the provider removes the one that AWS adds.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
 */
export const renderFirewall: Renderer<'firewall'> = (node, context) => {
  const scope = context.scopeOf(node);
  const securityGroup = new SecurityGroup(scope, 'Default', {
    namePrefix: literal(`${context.plan.id}-`),
    description: literal(node.description),
    vpcId: context.get('network', node.network).vpcId,
    tags: { Name: literal(context.plan.id), ...context.tags },
    // A group in use cannot be deleted: a new one has to be there before the cache lets go of the old one.
    lifecycle: { createBeforeDestroy: true },
  });
  const allowFrom = (source: IngressSource): void => {
    const id = sourceId(scope, source);
    if (scope.node.tryFindChild(id) !== undefined) return;
    new VpcSecurityGroupIngressRule(scope, id, {
      securityGroupId: securityGroup.id,
      ...('cidr' in source ? { cidrIpv4: source.cidr } : { referencedSecurityGroupId: source.securityGroupId }),
      fromPort: node.port,
      toPort: node.port,
      ipProtocol: 'tcp',
      description: literal(`Clients of ${context.plan.id}`),
      tags: context.tags,
    });
  };
  for (const securityGroupId of node.allowFromSecurityGroups) allowFrom({ securityGroupId });
  for (const cidr of node.allowFromCidrs) allowFrom({ cidr });
  return { securityGroup, allowFrom };
};
