import { NODE_DIMENSIONS } from './metric-dimensions';
import type { DimensionSet } from './metric-dimensions';
import { findMetric } from './metrics';
import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/** An alarm AWS recommends for node-based ElastiCache. */
export interface RecommendedAlarm extends Sourced {
  readonly metric: string;
  readonly dimensions: DimensionSet;
  readonly statistic: 'Average';
  readonly comparison: 'GreaterThanThreshold';
  readonly periodSeconds: number;
  readonly datapointsToAlarm: number;
  readonly evaluationPeriods: number;
  /** AWS's threshold; undefined where AWS says that it depends on the workload. */
  readonly threshold?: number;
  readonly advice: string;
}

/**
 * Alarms AWS recommends for ElastiCache.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#ElastiCache
 */
export const RECOMMENDED_ALARMS: readonly RecommendedAlarm[] = [
  recommended('CPUUtilization', NODE_DIMENSIONS, 5, {
    advice: 'about 90% of the CPU available; for nodes with two vCPUs or fewer, 90 divided by the vCPUs',
  }),
  recommended('CurrConnections', NODE_DIMENSIONS, 10, {
    advice: "below the node's maxclients, from what the workload normally holds",
  }),
  recommended('DatabaseMemoryUsagePercentage', ['CacheClusterId'], 5, {
    advice: 'from what the eviction policy is meant to keep free',
  }),
  recommended('EngineCPUUtilization', ['CacheClusterId'], 5, {
    threshold: 90,
    advice: 'the engine thread is one core, whatever the node holds',
  }),
  recommended('ReplicationLag', ['CacheClusterId'], 15, {
    advice: 'from how stale a read from a replica may be',
  }),
];

const RECOMMENDED_DIMENSIONS: ReadonlyMap<string, DimensionSet> = new Map(RECOMMENDED_ALARMS.map(({ metric, dimensions }) => [metric, dimensions]));

/**
 * Dimensions under which alarms and graphs read a node metric: those of AWS's recommended alarm, else those of a single node, under which
 * every metric is published that has nodes at all.
 */
export function readingDimensions(metric: string): DimensionSet {
  return RECOMMENDED_DIMENSIONS.get(metric) ?? findMetric(metric)?.dimensionSets[0] ?? NODE_DIMENSIONS;
}

/** Thresholds AWS names in its guide to which metrics matter, outside the recommended alarms. */
export interface MetricGuidance extends Sourced {
  readonly metric: string;
  readonly advice: string;
}

/** What AWS says about single metrics. */
export const METRIC_GUIDANCE: readonly MetricGuidance[] = [
  guidance('FreeableMemory', 'below 100 MB, or below SwapUsage, the host is short of memory', PAGES.elasticache.monitoringChoice),
  guidance('SwapUsage', 'above FreeableMemory, the host is short of memory', PAGES.elasticache.monitoringChoice),
  guidance('CacheHitRate', 'below about 0.8, many keys are evicted, expired or absent', PAGES.elasticache.metrics),
  guidance('MemoryFragmentationRatio', 'below 1.0, the engine is being swapped out', PAGES.elasticache.metrics),
  guidance('AuthenticationFailures', 'alarm on it to detect unauthorized access', PAGES.elasticache.metrics),
  guidance('CommandAuthorizationFailures', 'alarm on it to detect unauthorized access', PAGES.elasticache.metrics),
  guidance('KeyAuthorizationFailures', 'alarm on it to detect unauthorized access', PAGES.elasticache.metrics),
  guidance('ChannelAuthorizationFailures', 'alarm on it to detect unauthorized access', PAGES.elasticache.metrics),
  guidance('DatabaseAuthorizationFailures', 'alarm on it to detect unauthorized access', PAGES.elasticache.metrics),
  guidance('TrafficManagementActive', 'at 1 for long, the node is too small for its traffic', PAGES.elasticache.metrics),
  guidance('DurabilityLag', 'at 10,000 ms, writes are rejected', PAGES.elasticache.durabilityMonitoring),
];

function recommended(
  metric: string,
  dimensions: DimensionSet,
  datapoints: number,
  { threshold, advice }: { readonly threshold?: number; readonly advice: string },
): RecommendedAlarm {
  return {
    metric,
    dimensions,
    statistic: 'Average',
    comparison: 'GreaterThanThreshold',
    periodSeconds: 60,
    datapointsToAlarm: datapoints,
    evaluationPeriods: datapoints,
    ...(threshold === undefined ? {} : { threshold }),
    advice,
    source: PAGES.cloudWatch.recommendedAlarms,
  };
}

function guidance(metric: string, advice: string, source: string): MetricGuidance {
  return { metric, advice, source };
}
