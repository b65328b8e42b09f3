import type { Renderer } from '../context';
import { literal } from '../text';
import { SsmParameter } from '../vendor';

/**
 * What all nodes run, beside their user data. Addresses are the parameters' names, which follow from the content: an update makes new
 * ones before it deletes the old, and a node that starts in between finds what its launch template asks for.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter
 */
export const renderBootScripts: Renderer<'bootScripts'> = (node, context) => {
  const scope = context.scopeOf(node);
  return {
    parameters: node.parameters.map(
      ({ name, value }) =>
        new SsmParameter(scope, name.split('/').slice(-2).join('-'), {
          name: literal(name),
          type: 'String',
          tier: 'Standard',
          description: literal(`What nodes of ${context.plan.id} run`),
          // Nothing in it is secret, and a review can see that it changed.
          insecureValue: literal(value),
          tags: context.tags,
          lifecycle: { createBeforeDestroy: true },
        }),
    ),
  };
};
