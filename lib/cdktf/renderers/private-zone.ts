import type { Renderer } from '../context';
import { literal } from '../text';
import { Route53Zone } from '../vendor';

/** The private zone of one deployment. */
export const renderPrivateZone: Renderer<'privateZone'> = (node, context) => ({
  zone: new Route53Zone(context.scopeOf(node), 'Default', {
    name: literal(node.name),
    comment: literal(`Nodes of ${context.plan.id}`),
    vpc: [{ vpcId: context.get('network', node.network).vpcId }],
    tags: context.tags,
    // Clients in other networks need associations of their own, which this list would otherwise take away in the next run.
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_zone_association
    lifecycle: { ignoreChanges: ['vpc'] },
  }),
});
