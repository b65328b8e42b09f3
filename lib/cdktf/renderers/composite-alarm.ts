import type { RenderContext, Renderer } from '../context';
import type { NodeId } from '../../core/plan/nodes';
import { literal } from '../text';
import { CloudwatchCompositeAlarm } from '../vendor';

/** One state for many alarms. Their names are references, so that Terraform makes the parts first and removes them last. */
export const renderCompositeAlarm: Renderer<'compositeAlarm'> = (node, context) => {
  const actions = node.notify === undefined ? undefined : [...context.get('notificationTopic', node.notify).arns];
  return {
    alarm: new CloudwatchCompositeAlarm(context.scopeOf(node), 'Default', {
      alarmName: literal(node.name),
      alarmDescription: literal(node.description),
      alarmRule: node.anyOf.map((id) => `ALARM("${alarmNameOf(id, context)}")`).join(' OR '),
      alarmActions: actions,
      okActions: actions,
      tags: context.tags,
    }),
  };
};

function alarmNameOf(id: NodeId, context: RenderContext): string {
  return context.kindOf(id) === 'compositeAlarm' ? context.get('compositeAlarm', id).alarm.alarmName : context.get('alarm', id).alarm.alarmName;
}
