import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { alarmActions } from '../alarm-actions';
import type { Renderer } from '../render-context';

/**
 * Rings when any of its alarms rings. Names stand in the rule as text, which keeps it short, so the dependencies are stated.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 */
export const renderCompositeAlarm: Renderer<'compositeAlarm'> = (node, context) => {
  const children = node.anyOf.map((id) => context.renderedAs(['alarm', 'compositeAlarm'], id).resource);
  const resource = new cloudwatch.CfnCompositeAlarm(context.scope, node.id, {
    alarmName: node.name,
    alarmDescription: node.description,
    alarmRule: children.map((child) => `ALARM("${child.alarmName}")`).join(' OR '),
    ...alarmActions(node.notify, context),
  });
  for (const child of children) resource.addResourceDependency(child);
  return { resource, name: resource.ref, arn: resource.attrArn };
};
