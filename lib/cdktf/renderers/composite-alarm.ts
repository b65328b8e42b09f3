import type { NodeId } from '../../core/plan/nodes';
import type { RenderContext, Renderer } from '../context';
import { literal } from '../text';
import type { CloudwatchMetricAlarm } from '../vendor';
import { CloudwatchCompositeAlarm } from '../vendor';

/** One state for many alarms. Their names are references, so that Terraform makes the parts first and removes them last. */
export const renderCompositeAlarm: Renderer<'compositeAlarm'> = (node, context) => {
  const actions = node.notify === undefined ? undefined : [...context.get('notificationTopic', node.notify).arns];
  return {
    alarm: new CloudwatchCompositeAlarm(context.scopeOf(node), 'Default', {
      alarmName: literal(node.name),
      alarmDescription: literal(node.description),
      alarmRule: node.anyOf.map((id) => `ALARM("${alarmOf(id, context).alarmName}")`).join(' OR '),
      alarmActions: actions,
      okActions: actions,
      tags: context.tags,
    }),
  };
};

/** The alarm or composite alarm that a node became. */
export function alarmOf(id: NodeId, context: RenderContext): CloudwatchMetricAlarm | CloudwatchCompositeAlarm {
  return context.kindOf(id) === 'compositeAlarm' ? context.get('compositeAlarm', id).alarm : context.get('alarm', id).alarm;
}
