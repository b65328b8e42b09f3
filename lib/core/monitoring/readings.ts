import { RECOMMENDED_ALARMS } from '../catalog';
import type { MetricReading, Statistic } from '../plan/nodes';
import type { WatchedMember } from './subject';

/** `CacheNodeId` of every Valkey and Redis node: a member has exactly one. */
const CACHE_NODE_ID = '0001';

/** A metric and what is made of its data points. */
export interface MeasuredMetric {
  readonly name: string;
  readonly statistic: Statistic;
}

/** Under this pair every node metric is published; under `CacheClusterId` alone only some are. */
const NODE_DIMENSIONS: readonly string[] = ['CacheClusterId', 'CacheNodeId'];

/**
 * Dimension names under which a node metric is read, in name order.
 *
 * CloudWatch's list of metrics with their dimensions names the pair `CacheClusterId`, `CacheNodeId` for every node metric, and
 * `CacheClusterId` alone for some: not for latency, traffic management, memory counted for eviction, IAM or channel
 * failures, on which an alarm with `CacheClusterId` alone would never see data. So the pair stands everywhere except where
 * AWS's own recommended alarms use `CacheClusterId` alone, which that list confirms for each of them.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/SupportedMetricsForResourceTagsForTelemetry.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#ElastiCache
 */
export function dimensionNamesOf(metric: string): readonly string[] {
  return RECOMMENDED_DIMENSIONS.get(metric) ?? NODE_DIMENSIONS;
}

const RECOMMENDED_DIMENSIONS: ReadonlyMap<string, readonly string[]> = new Map(RECOMMENDED_ALARMS.map(({ metric, dimensions }) => [metric, [...dimensions].sort()]));

/** Reads a metric of one member. */
export function memberReading(metric: MeasuredMetric, member: Pick<WatchedMember, 'name'>, periodSeconds: number): MetricReading {
  const values: { readonly [name: string]: string } = { CacheClusterId: member.name, CacheNodeId: CACHE_NODE_ID };
  return {
    namespace: 'AWS/ElastiCache',
    name: metric.name,
    dimensions: Object.fromEntries(dimensionNamesOf(metric.name).map((name) => [name, values[name] ?? ''])),
    statistic: metric.statistic,
    periodSeconds,
  };
}

/**
 * Reads the mean over all nodes of the replication group, which the service publishes for the metrics that
 * Application Auto Scaling tracks.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/SupportedMetricsForResourceTagsForTelemetry.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoScaling-Scaling-Policies-Target.html
 */
export function groupReading(metric: string, cacheId: string, periodSeconds: number): MetricReading {
  return { namespace: 'AWS/ElastiCache', name: metric, dimensions: { ReplicationGroupId: cacheId }, statistic: 'Average', periodSeconds };
}
