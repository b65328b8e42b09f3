import { CfnOutput } from 'aws-cdk-lib';
import type { NodeId, PlanOutput } from '../../core/plan/nodes';
import type { RenderContext, Renderer } from '../render-context';

/** A value that the deployment tells. Not exported: an export would tie other stacks to this one. */
export const renderOutput: Renderer<'output'> = (node, context) =>
  new CfnOutput(context.scope, node.id, { description: node.description, value: valueOf(node, context) });

function valueOf({ id, value }: PlanOutput, context: RenderContext): string {
  if ('text' in value) return value.text;
  const defined = (text: string | undefined): string => {
    if (text === undefined) throw new Error(`plan ${context.plan.id}: output "${id}" asks "${value.of}" for a ${value.attribute} that it has not`);
    return text;
  };
  switch (value.attribute) {
    case 'secretArn':
      return defined(secretArnOf(value.of, context));
    case 'port':
      return String(context.rendered('managedCache', value.of).port);
    case 'primaryEndpoint':
    case 'readerEndpoint':
    case 'configurationEndpoint':
      return defined(context.rendered('managedCache', value.of)[value.attribute]);
    case 'subnetIds':
      return context.rendered('network', value.of).subnetIds.join(',');
    case 'arn':
      return defined(arnOf(value.of, context));
    case 'id':
      return idOf(value.of, context);
  }
}

function secretArnOf(of: NodeId, context: RenderContext): string | undefined {
  const rendered = context.renderedAs(['accessUser', 'generatedSecret'], of);
  return rendered.secret?.secretArn;
}

function arnOf(of: NodeId, context: RenderContext): string | undefined {
  const rendered = context.renderedAs(['managedCache', 'encryptionKey', 'notificationTopic'], of);
  return 'arns' in rendered ? rendered.arns[0] : rendered.arn;
}

function idOf(of: NodeId, context: RenderContext): string {
  const rendered = context.renderedAs(['managedCache', 'firewall', 'nodeFirewall', 'backupBucket', 'network', 'accessUser'], of);
  if ('vpcId' in rendered) return rendered.vpcId;
  if ('userId' in rendered) return rendered.userId;
  if ('id' in rendered) return rendered.id;
  return 'name' in rendered ? rendered.name : rendered.resource.attrGroupId;
}
