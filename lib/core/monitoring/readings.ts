import { RECOMMENDED_ALARMS, findMetric } from '../catalog';
import type { MetricReading, Statistic } from '../plan/nodes';
import type { WatchedMember } from './subject';

/** `CacheNodeId` of every Valkey and Redis node: a member has exactly one. */
const CACHE_NODE_ID = '0001';

/** A metric and what is made of its data points. */
export interface MeasuredMetric {
  readonly name: string;
  readonly statistic: Statistic;
}

/**
 * Dimension names under which a node metric is read.
 *
 * The service publishes node metrics under `CacheClusterId` alone and together with `CacheNodeId`. What AWS's
 * recommended alarms use decides; for other metrics the pair where AWS's examples show it (host metrics) and
 * `CacheClusterId` alone for the engine's.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#ElastiCache
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CloudWatchMetrics.html
 */
export function dimensionNamesOf(metric: string): readonly string[] {
  const known = KNOWN_DIMENSIONS.get(metric);
  if (known !== undefined) return known;
  const names = [...decideDimensions(metric)].sort();
  KNOWN_DIMENSIONS.set(metric, names);
  return names;
}

/** Decided once for each metric: a large cache asks thousands of times. */
const KNOWN_DIMENSIONS = new Map<string, readonly string[]>();

function decideDimensions(metric: string): readonly string[] {
  const recommended = RECOMMENDED_ALARMS.find((alarm) => alarm.metric === metric);
  if (recommended !== undefined) return recommended.dimensions;
  return findMetric(metric)?.scope === 'host' ? ['CacheClusterId', 'CacheNodeId'] : ['CacheClusterId'];
}

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
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoScaling-Scaling-Policies-Target.html
 */
export function groupReading(metric: string, cacheId: string, periodSeconds: number): MetricReading {
  return { namespace: 'AWS/ElastiCache', name: metric, dimensions: { ReplicationGroupId: cacheId }, statistic: 'Average', periodSeconds };
}
