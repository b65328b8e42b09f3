import { readingDimensions } from '../catalog';
import type { MetricReading, Statistic } from '../plan/nodes';
import { elastiCacheSearchTerm } from './search-term';
import type { Subject, WatchedMember } from './subject';

/** `CacheNodeId` of every Valkey and Redis node: a member has exactly one. */
const CACHE_NODE_ID = '0001';

/** Where metrics of members are published, and what selects them. */
export interface MetricReader {
  readonly namespace: string;
  /** Dimension names under which a metric is read, in name order. */
  readonly dimensionNames: (metric: string) => readonly string[];
  /** Dimension values of a member. */
  readonly dimensionValues: (member: Pick<WatchedMember, 'name'>) => { readonly [name: string]: string };
  /** Selects the metrics of all members in a search expression. */
  readonly searchTerm: (subject: Pick<Subject, 'cacheId' | 'shards'>) => string;
  /** Whether the term always finds this deployment's members and no others. */
  readonly searchesExactly: boolean;
  /** Metric that is 1 on a primary and 0 on a replica. */
  readonly roleMetric: string;
}

/** A metric and what is made of its data points. */
export interface MeasuredMetric {
  readonly name: string;
  readonly statistic: Statistic;
}

/**
 * Dimension names under which a node metric is read, in name order. The catalog knows them for each metric, since an alarm on any other
 * would never see data.
 */
export function dimensionNamesOf(metric: string): readonly string[] {
  return readingDimensions(metric);
}

/** Metrics that ElastiCache publishes of its nodes. */
export const ELASTICACHE_READER: MetricReader = {
  namespace: 'AWS/ElastiCache',
  dimensionNames: dimensionNamesOf,
  dimensionValues: ({ name }) => ({ CacheClusterId: name, CacheNodeId: CACHE_NODE_ID }),
  searchTerm: (subject) => elastiCacheSearchTerm(subject).term,
  searchesExactly: false,
  roleMetric: 'IsMaster',
};

/** Reads a metric of one member. */
export function memberReading(metric: MeasuredMetric, member: Pick<WatchedMember, 'name'>, periodSeconds: number, reader: MetricReader = ELASTICACHE_READER): MetricReading {
  const values = reader.dimensionValues(member);
  return {
    namespace: reader.namespace,
    name: metric.name,
    dimensions: Object.fromEntries(reader.dimensionNames(metric.name).map((name) => [name, values[name] ?? ''])),
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
