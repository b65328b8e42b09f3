import type { Alarm, MetricReading } from '../../core/plan/nodes';
import { nodesOfKind } from '../../core/plan/plan';
import type { RenderContext, Renderer } from '../context';
import { literal, literals } from '../text';
import type { CloudwatchMetricAlarmConfig, ITerraformDependable } from '../vendor';
import { CloudwatchMetricAlarm } from '../vendor';

/** One metric alarm. */
export const renderAlarm: Renderer<'alarm'> = (node, context) => {
  const actions = node.notify === undefined ? undefined : [...context.get('notificationTopic', node.notify).arns];
  return {
    alarm: new CloudwatchMetricAlarm(context.scopeOf(node), 'Default', {
      alarmName: literal(node.name),
      alarmDescription: literal(node.description),
      comparisonOperator: node.comparison,
      threshold: node.threshold,
      evaluationPeriods: node.evaluationPeriods,
      datapointsToAlarm: node.datapointsToAlarm,
      treatMissingData: node.missingData,
      alarmActions: actions,
      okActions: actions,
      ...signalOf(node.signal),
      tags: context.tags,
      // Silence rings this alarm, and nothing reports before there is somebody to report.
      dependsOn: node.missingData === 'breaching' ? watched(context) : undefined,
    }),
  };
};

/** What has to be there before its silence means anything: the cache, or the nodes. */
function watched(context: RenderContext): ITerraformDependable[] {
  return [
    ...nodesOfKind(context.plan, 'managedCache').map(({ id }) => context.get('managedCache', id).replicationGroup),
    ...nodesOfKind(context.plan, 'redisNode').map(({ id }) => context.get('redisNode', id).group),
  ];
}

function signalOf(signal: Alarm['signal']): Partial<CloudwatchMetricAlarmConfig> {
  if (signal.type === 'metric') {
    const { metric } = signal;
    return {
      namespace: metric.namespace,
      metricName: metric.name,
      dimensions: literals(metric.dimensions),
      statistic: metric.statistic,
      period: metric.periodSeconds,
    };
  }
  return {
    metricQuery: [
      {
        id: 'result',
        expression: literal(signal.expression),
        label: literal(signal.label),
        returnData: true,
        // Only a query over the account's metrics has a period of its own; an expression takes that of its metrics.
        ...(signal.metrics.length === 0 ? { period: signal.periodSeconds } : {}),
      },
      ...signal.metrics.map(({ id, metric }) => ({ id, returnData: false, metric: metricQueryOf(metric) })),
    ],
  };
}

function metricQueryOf(metric: MetricReading): { metricName: string; namespace: string; dimensions: { [name: string]: string }; stat: string; period: number } {
  return {
    metricName: metric.name,
    namespace: metric.namespace,
    dimensions: literals(metric.dimensions),
    stat: metric.statistic,
    period: metric.periodSeconds,
  };
}
