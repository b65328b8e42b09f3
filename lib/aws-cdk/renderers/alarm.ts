import type { CfnResource } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Alarm, AlarmSignal, MetricReading } from '../../core/plan/nodes';
import { nodesOfKind } from '../../core/plan/plan';
import { alarmActions } from '../alarm-actions';
import type { RenderContext, Renderer } from '../render-context';

/** One metric alarm, on a metric or on metric math. */
export const renderAlarm: Renderer<'alarm'> = (node, context) => {
  const resource = new cloudwatch.CfnAlarm(context.scope, node.id, {
    alarmName: node.name,
    alarmDescription: node.description,
    comparisonOperator: node.comparison,
    threshold: node.threshold,
    evaluationPeriods: node.evaluationPeriods,
    datapointsToAlarm: node.datapointsToAlarm,
    treatMissingData: node.missingData,
    ...signalOf(node),
    ...alarmActions(node.notify, context),
  });
  for (const watched of silentUntilMade(node, context)) resource.addResourceDependency(watched);
  return { resource, name: resource.ref, arn: resource.attrArn };
};

/**
 * What must be there before an alarm that takes silence for a failure: made beside it, the alarm would page during the first deployment,
 * since a cache takes longer to create than such an alarm waits.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
function silentUntilMade(node: Alarm, { plan, rendered }: RenderContext): CfnResource[] {
  if (node.missingData !== 'breaching') return [];
  const nodes = nodesOfKind(plan, 'redisNode').filter(({ name }) => node.members.includes(name));
  return [
    ...nodesOfKind(plan, 'managedCache').map(({ id }) => rendered('managedCache', id).resource),
    ...nodes.map(({ id }) => rendered('redisNode', id).group),
  ];
}

function signalOf({ signal }: Alarm): Partial<cloudwatch.CfnAlarmProps> {
  switch (signal.type) {
    case 'metric':
      return {
        namespace: signal.metric.namespace,
        metricName: signal.metric.name,
        dimensions: dimensionsOf(signal.metric),
        statistic: signal.metric.statistic,
        period: signal.metric.periodSeconds,
      };
    case 'math':
      return { metrics: mathOf(signal) };
  }
}

function mathOf(signal: Extract<AlarmSignal, { type: 'math' }>): cloudwatch.CfnAlarm.MetricDataQueryProperty[] {
  return [
    { id: 'result', expression: signal.expression, label: signal.label, period: signal.periodSeconds, returnData: true },
    ...signal.metrics.map(({ id, metric }) => ({
      id,
      returnData: false,
      metricStat: {
        metric: { namespace: metric.namespace, metricName: metric.name, dimensions: dimensionsOf(metric) },
        stat: metric.statistic,
        period: metric.periodSeconds,
      },
    })),
  ];
}

function dimensionsOf(metric: MetricReading): { name: string; value: string }[] {
  return Object.entries(metric.dimensions).map(([name, value]) => ({ name, value }));
}
