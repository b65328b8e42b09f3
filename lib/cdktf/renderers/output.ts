import type { PlanOutput } from '../../core/plan/nodes';
import type { RenderContext, Renderer } from '../context';
import { literal } from '../text';
import { Fn, TerraformOutput } from '../vendor';

/** A value that the deployment tells. */
export const renderOutput: Renderer<'output'> = (node, context) => ({
  output: new TerraformOutput(context.scopeOf(node), 'Default', { description: literal(node.description), value: valueOf(node.value, context) }),
});

function valueOf(value: PlanOutput['value'], context: RenderContext): string | number {
  if ('text' in value) return literal(value.text);
  const { of, attribute } = value;
  switch (attribute) {
    case 'primaryEndpoint':
      return context.get('managedCache', of).replicationGroup.primaryEndpointAddress;
    case 'readerEndpoint':
      return context.get('managedCache', of).replicationGroup.readerEndpointAddress;
    case 'configurationEndpoint':
      return context.get('managedCache', of).replicationGroup.configurationEndpointAddress;
    case 'port':
      return context.get('managedCache', of).replicationGroup.port;
    case 'secretArn': {
      if (context.kindOf(of) === 'generatedSecret') return context.get('generatedSecret', of).secret.arn;
      const { secret } = context.get('accessUser', of);
      if (secret === undefined) throw new Error(`plan ${context.plan.id}: ${of} has no secret to tell the ARN of`);
      return secret.arn;
    }
    case 'subnetIds':
      return Fn.join(',', [...context.get('network', of).subnetIds]);
    case 'arn':
    case 'id':
      return identityOf(of, attribute, context);
  }
}

function identityOf(of: string, attribute: 'arn' | 'id', context: RenderContext): string {
  const kind = context.kindOf(of);
  switch (kind) {
    case 'managedCache':
      return context.get(kind, of).replicationGroup[attribute];
    case 'firewall':
    case 'nodeFirewall':
      return context.get(kind, of).securityGroup[attribute];
    case 'backupBucket':
      return context.get(kind, of).bucket[attribute];
    case 'accessUser':
      return attribute === 'id' ? context.get(kind, of).user.userId : context.get(kind, of).user.arn;
    case 'network':
      if (attribute === 'id') return context.get(kind, of).vpcId;
      break;
    case 'notificationTopic': {
      const [first] = context.get(kind, of).arns;
      if (attribute === 'arn' && first !== undefined) return first;
      break;
    }
    case 'encryptionKey':
      return context.get(kind, of).arn;
  }
  throw new Error(`plan ${context.plan.id}: ${of} (${String(kind)}) has no ${attribute} to tell`);
}
