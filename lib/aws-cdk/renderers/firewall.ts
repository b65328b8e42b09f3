import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { MAIN, nodeScope } from '../node-scope';
import type { Renderer } from '../render-context';

/**
 * CloudFormation lets everything out of a security group that states no egress rule; a rule that matches no packet takes that away.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
 */
const NO_EGRESS = { cidrIp: '255.255.255.255/32', ipProtocol: 'icmp', fromPort: 252, toPort: 86, description: 'Nothing may leave' };

/** A security group that lets in who the plan names, on the cache's port, and lets nothing out. */
export const renderFirewall: Renderer<'firewall'> = (node, context) => {
  const scope = nodeScope(node, context);
  const onCachePort = { ipProtocol: 'tcp', fromPort: node.port, toPort: node.port };
  const ingress = [
    ...node.allowFromSecurityGroups.map((id) => ({ ...onCachePort, sourceSecurityGroupId: id, description: 'Clients of the cache' })),
    ...node.allowFromCidrs.map((cidr) => ({ ...onCachePort, cidrIp: cidr, description: 'Clients of the cache' })),
  ];
  const resource = new ec2.CfnSecurityGroup(scope, MAIN, {
    groupDescription: node.description,
    vpcId: context.rendered('network', node.network).vpcId,
    securityGroupEgress: [NO_EGRESS],
    ...(ingress.length > 0 ? { securityGroupIngress: ingress } : {}),
  });
  const securityGroup = ec2.SecurityGroup.fromSecurityGroupId(scope, 'Import', resource.attrGroupId, { allowAllOutbound: false });
  return { resource, securityGroup };
};
