import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import { MAIN, nodeScope } from '../node-scope';
import type { Renderer } from '../render-context';

/** The subnets that the service may place nodes in. */
export const renderSubnetGroup: Renderer<'subnetGroup'> = (node, context) => {
  const resource = new elasticache.CfnSubnetGroup(nodeScope(node, context), MAIN, {
    cacheSubnetGroupName: node.name,
    description: node.description,
    subnetIds: [...context.rendered('network', node.network).subnetIds],
  });
  return { resource, name: resource.ref };
};
