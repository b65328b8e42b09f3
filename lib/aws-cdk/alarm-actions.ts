import type { NodeId } from '../core/plan/nodes';
import type { RenderContext } from './render-context';

/** Tells the topic when an alarm begins and when it ends, so that nobody has to look whether it is over. */
export function alarmActions(notify: NodeId | undefined, context: RenderContext): { alarmActions?: string[]; okActions?: string[] } {
  if (notify === undefined) return {};
  const arns = [...context.rendered('notificationTopic', notify).arns];
  return { alarmActions: arns, okActions: arns };
}
