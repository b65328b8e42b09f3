import * as ssm from 'aws-cdk-lib/aws-ssm';
import { nodeScope } from '../node-scope';
import type { Renderer } from '../render-context';

/**
 * What all nodes run, beside their user data. Construct ids are the parameters' names, which follow from the content: an update makes new
 * ones before it deletes the old, and a node that starts in between finds what its launch template asks for.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html
 */
export const renderBootScripts: Renderer<'bootScripts'> = (node, context) => {
  const scope = nodeScope(node, context);
  const parameters = node.parameters.map(
    ({ name, value }) => new ssm.CfnParameter(scope, name.replace(/^\/|\//g, '-'), { name, value, type: 'String', tier: 'Standard', description: `What nodes of ${context.plan.id} run` }),
  );
  return { parameters };
};
