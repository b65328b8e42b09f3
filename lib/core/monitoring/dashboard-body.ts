import type { Dashboard, DashboardWidget, MetricReading, NodeId } from '../plan/nodes';

/** What a backend fills in: both may be tokens. */
export interface DashboardPlace {
  readonly region: string;
  readonly alarmArn: (id: NodeId) => string;
}

/** A dashboard body as CloudWatch takes it. */
export interface DashboardBody {
  readonly widgets: readonly {
    readonly type: DashboardWidget['type'];
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly properties: { readonly [name: string]: unknown };
  }[];
}

/**
 * Writes a dashboard the way CloudWatch takes it; the same for every backend.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function renderDashboardBody(dashboard: Dashboard, place: DashboardPlace): DashboardBody {
  return {
    widgets: dashboard.widgets.map((widget) => ({
      type: widget.type,
      x: widget.x,
      y: widget.y,
      width: widget.width,
      height: widget.height,
      properties: propertiesOf(widget, place),
    })),
  };
}

function propertiesOf(widget: DashboardWidget, place: DashboardPlace): { readonly [name: string]: unknown } {
  switch (widget.type) {
    case 'text':
      return { markdown: widget.markdown ?? '' };
    case 'alarm':
      return { title: widget.title ?? '', alarms: (widget.alarms ?? []).map((id) => place.alarmArn(id)) };
    case 'metric':
      return metricProperties(widget, place.region);
  }
}

function metricProperties(widget: DashboardWidget, region: string): { readonly [name: string]: unknown } {
  return {
    title: widget.title ?? '',
    view: widget.view ?? 'timeSeries',
    region,
    stacked: false,
    metrics: [
      ...(widget.metrics ?? []).map(({ metric, label, id, hidden, axis }) => [
        ...pathOf(metric),
        {
          stat: metric.statistic,
          period: metric.periodSeconds,
          ...(label === undefined ? {} : { label }),
          ...(id === undefined ? {} : { id }),
          ...(hidden === true ? { visible: false } : {}),
          ...(axis === undefined ? {} : { yAxis: axis }),
        },
      ]),
      ...(widget.expressions ?? []).map(({ expression, label, id }) => [{ expression, label, id }]),
    ],
    ...(widget.thresholds === undefined ? {} : { annotations: { horizontal: widget.thresholds.map(({ label, value }) => ({ label, value })) } }),
  };
}

function pathOf(metric: MetricReading): readonly string[] {
  return [metric.namespace, metric.name, ...Object.entries(metric.dimensions).flat()];
}
