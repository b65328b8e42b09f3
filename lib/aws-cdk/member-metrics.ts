import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { memberReading } from '../core/monitoring/readings';
import type { Statistic } from '../core/plan/nodes';

/** How a metric of the cache is read. */
export interface CacheMetricOptions {
  /**
   * How the data points of one period become one number, and how the members' numbers become the cache's.
   * @default - what fits the metric: the sum of counts, the maximum of levels; the maximum where the method cannot know
   */
  readonly statistic?: Statistic;
  /**
   * How long one data point speaks for.
   * @default Duration.minutes(1)
   */
  readonly period?: Duration;
  /**
   * Name in graphs.
   * @default - the metric's name
   */
  readonly label?: string;
}

/** CloudWatch's functions over an array of series, for each way of reading one. */
export const OVER_MEMBERS: { readonly [statistic in Statistic]: string } = { Average: 'AVG', Maximum: 'MAX', Minimum: 'MIN', Sum: 'SUM' };

/** One metric of one member, on the dimensions that the service publishes it under. */
export function metricOfMember(clusterId: string, metricName: string, statistic: Statistic, options: CacheMetricOptions): cloudwatch.Metric {
  const period = options.period ?? Duration.minutes(1);
  const reading = memberReading({ name: metricName, statistic: options.statistic ?? statistic }, { name: clusterId }, period.toSeconds());
  return new cloudwatch.Metric({
    namespace: reading.namespace,
    metricName: reading.name,
    dimensionsMap: { ...reading.dimensions },
    statistic: reading.statistic,
    period,
    label: options.label,
  });
}

/** One number for the whole cache: the metric of every member, joined by the same statistic. */
export function metricOfMembers(
  clusterIds: readonly string[],
  metricName: string,
  statistic: Statistic,
  options: CacheMetricOptions,
): cloudwatch.MathExpression {
  const usingMetrics = Object.fromEntries(
    clusterIds.map((clusterId, index) => [`m${index}`, metricOfMember(clusterId, metricName, statistic, { ...options, label: clusterId })]),
  );
  return new cloudwatch.MathExpression({
    expression: `${OVER_MEMBERS[options.statistic ?? statistic]}([${Object.keys(usingMetrics).join(',')}])`,
    usingMetrics,
    label: options.label ?? metricName,
    period: options.period ?? Duration.minutes(1),
  });
}
