import * as route53 from 'aws-cdk-lib/aws-route53';
import { MAIN, nodeScope } from '../node-scope';
import type { Renderer } from '../render-context';

/**
 * The private zone of one deployment. Query logs exist for public zones only, so rules that ask for them do not fit.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-hostedzone.html
 */
export const renderPrivateZone: Renderer<'privateZone'> = (node, context) => {
  const resource = new route53.CfnHostedZone(nodeScope(node, context), MAIN, {
    name: node.name,
    hostedZoneConfig: { comment: `Nodes of ${context.plan.id}` },
    vpcs: [{ vpcId: context.rendered('network', node.network).vpcId, vpcRegion: context.stack.region }],
  });
  return { resource, id: resource.ref };
};
