import type { Renderer } from '../context';
import { literal } from '../text';
import { ElasticacheSubnetGroup } from '../vendor';

/** Subnets that the service may place nodes in. */
export const renderSubnetGroup: Renderer<'subnetGroup'> = (node, context) => ({
  subnetGroup: new ElasticacheSubnetGroup(context.scopeOf(node), 'Default', {
    name: literal(node.name),
    description: literal(node.description),
    subnetIds: [...context.get('network', node.network).subnetIds],
    tags: context.tags,
  }),
});
