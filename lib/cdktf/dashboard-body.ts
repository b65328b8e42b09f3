import type { Dashboard, DashboardWidget, MetricReading } from '../core/plan/nodes';
import type { RenderContext } from './context';
import { literal } from './text';

/** The dashboard in CloudWatch's own format, with the region and the alarms' ARNs filled in at deployment. */
export function dashboardBodyOf(node: Dashboard, context: RenderContext): object {
  return {
    widgets: node.widgets.map((widget) => ({
      type: widget.type,
      x: widget.x,
      y: widget.y,
      width: widget.width,
      height: widget.height,
      properties: propertiesOf(widget, context),
    })),
  };
}

function propertiesOf(widget: DashboardWidget, context: RenderContext): object {
  switch (widget.type) {
    case 'text':
      return { markdown: literal(widget.markdown ?? '') };
    case 'alarm':
      return { title: widget.title, alarms: (widget.alarms ?? []).map((id) => (context.kindOf(id) === 'compositeAlarm' ? context.get('compositeAlarm', id).alarm.arn : context.get('alarm', id).alarm.arn)) };
    case 'metric':
      return {
        title: widget.title,
        view: widget.view,
        region: context.account.region,
        metrics: [
          ...(widget.metrics ?? []).map(({ metric, label, id, hidden, axis }) => [...pathOf(metric), { stat: metric.statistic, period: metric.periodSeconds, label, id, visible: hidden === true ? false : undefined, yAxis: axis }]),
          ...(widget.expressions ?? []).map(({ expression, label, id }) => [{ expression, label, id }]),
        ],
        annotations: { horizontal: widget.thresholds ?? [] },
      };
  }
}

function pathOf(metric: MetricReading): string[] {
  return [metric.namespace, metric.name, ...Object.entries(metric.dimensions).flat()];
}
