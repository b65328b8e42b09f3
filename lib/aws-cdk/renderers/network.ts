import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { Network, PlannedSubnet } from '../../core/plan/nodes';
import { acknowledge } from '../acknowledgements';
import { MAIN, nodeScope } from '../node-scope';
import type { RenderContext, Renderer } from '../render-context';
import { renderFlowLog } from './flow-log';

/**
 * A private VPC without any gateway, or the one that exists.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html
 */
export const renderNetwork: Renderer<'network'> = (node, context) => {
  if (node.source.from === 'existing') return { vpcId: node.source.vpcId, subnetIds: node.source.subnetIds };
  const { cidr, subnets, flowLog } = node.source;
  const scope = nodeScope(node, context);
  const vpc = new ec2.CfnVPC(scope, MAIN, {
    cidrBlock: cidr,
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags: [{ key: 'Name', value: nameOf(node, context) }],
  });
  acknowledge(vpc, 'defaultSecurityGroup');
  renderFlowLog(scope, vpc, context.rendered('logGroup', flowLog), context);
  return { vpc, vpcId: vpc.ref, subnetIds: subnets.map((subnet) => renderSubnet(scope, vpc, subnet, nameOf(node, context))) };
};

function nameOf(node: Network, context: RenderContext): string {
  return `${context.plan.id}-${node.id}`;
}

/** One subnet with a route table of its own that knows no way out; gives the subnet's id. */
function renderSubnet(parent: Construct, vpc: ec2.CfnVPC, planned: PlannedSubnet, vpcName: string): string {
  const scope = new Construct(parent, planned.id);
  const tags = [{ key: 'Name', value: `${vpcName}-${planned.zone}` }];
  const subnet = new ec2.CfnSubnet(scope, MAIN, {
    vpcId: vpc.ref,
    cidrBlock: planned.cidr,
    availabilityZone: planned.zone,
    mapPublicIpOnLaunch: false,
    tags,
  });
  acknowledge(subnet, 'namedZones');
  const routeTable = new ec2.CfnRouteTable(scope, 'RouteTable', { vpcId: vpc.ref, tags });
  new ec2.CfnSubnetRouteTableAssociation(scope, 'RouteTableAssociation', { subnetId: subnet.ref, routeTableId: routeTable.ref });
  return subnet.ref;
}
