import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { MAIN, nodeScope } from '../node-scope';
import type { Renderer } from '../render-context';

/** Package archives and AWS APIs have no addresses that could be listed. */
const ANYWHERE = '0.0.0.0/0';

/**
 * A security group that lets clients in on the client ports, nodes to each other on theirs, and out where the plan says.
 * Rules between nodes are resources of their own, since a group cannot refer to itself.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
 */
export const renderNodeFirewall: Renderer<'nodeFirewall'> = (node, context) => {
  const scope = nodeScope(node, context);
  const ingress = node.clientPorts.flatMap((port) => [
    ...node.allowFromSecurityGroups.map((id) => ({ ...tcp(port), sourceSecurityGroupId: id, description: 'Clients' })),
    ...node.allowFromCidrs.map((cidr) => ({ ...tcp(port), cidrIp: cidr, description: 'Clients' })),
  ]);
  const resource = new ec2.CfnSecurityGroup(scope, MAIN, {
    groupDescription: node.description,
    vpcId: context.rendered('network', node.network).vpcId,
    securityGroupEgress: node.outboundPorts.map((port) => ({ ...tcp(port), cidrIp: ANYWHERE, description: 'AWS APIs and package archives' })),
    ...(ingress.length > 0 ? { securityGroupIngress: ingress } : {}),
  });
  const groupId = resource.attrGroupId;
  for (const port of node.peerPorts) {
    new ec2.CfnSecurityGroupIngress(scope, `From-${port}`, { ...tcp(port), groupId, sourceSecurityGroupId: groupId, description: 'Other nodes' });
    new ec2.CfnSecurityGroupEgress(scope, `To-${port}`, { ...tcp(port), groupId, destinationSecurityGroupId: groupId, description: 'Other nodes' });
  }
  return { resource, securityGroup: ec2.SecurityGroup.fromSecurityGroupId(scope, 'Import', groupId, { allowAllOutbound: false }) };
};

function tcp(port: number): { ipProtocol: string; fromPort: number; toPort: number } {
  return { ipProtocol: 'tcp', fromPort: port, toPort: port };
}
