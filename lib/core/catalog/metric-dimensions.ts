import { PAGES } from './vendor-pages';

/** Names of CloudWatch dimensions that select one series when given together, in name order. */
export type DimensionSet = readonly string[];

/** Selects a metric of one node. `CacheNodeId` is always `0001` for Redis and Valkey. */
export const NODE_DIMENSIONS: DimensionSet = ['CacheClusterId', 'CacheNodeId'];

const CLUSTER: DimensionSet = ['CacheClusterId'];
const NODE_TIER: DimensionSet = ['CacheClusterId', 'CacheNodeId', 'Tier'];
const GROUP: DimensionSet = ['ReplicationGroupId'];
const GROUP_ROLE: DimensionSet = ['ReplicationGroupId', 'Role'];
const SHARD: DimensionSet = ['NodeGroupId', 'ReplicationGroupId'];

/** Metrics that the list names under `CacheClusterId` alone, too; every other one stands under the pair only. */
const ALSO_BY_CLUSTER: ReadonlySet<string> = new Set([
  'ActiveDefragHits',
  'AuthenticationFailures',
  'BytesUsedForCache',
  'CPUCreditBalance',
  'CPUCreditUsage',
  'CPUUtilization',
  'CacheHitRate',
  'CacheHits',
  'CacheMisses',
  'CommandAuthorizationFailures',
  'CurrConnections',
  'CurrItems',
  'DB0AverageTTL',
  'DatabaseMemoryUsagePercentage',
  'EngineCPUUtilization',
  'Evictions',
  'FreeableMemory',
  'IsMaster',
  'KeyAuthorizationFailures',
  'KeysTracked',
  'MasterLinkHealthStatus',
  'MemoryFragmentationRatio',
  'NetworkBandwidthInAllowanceExceeded',
  'NetworkBandwidthOutAllowanceExceeded',
  'NetworkBytesIn',
  'NetworkBytesOut',
  'NetworkConntrackAllowanceExceeded',
  'NetworkPacketsIn',
  'NetworkPacketsOut',
  'NetworkPacketsPerSecondAllowanceExceeded',
  'NewConnections',
  'Reclaimed',
  'ReplicationBytes',
  'ReplicationLag',
  'SaveInProgress',
  'SwapUsage',
  ...[
    'EvalBased', 'GeoSpatialBased', 'GetType', 'HashBased', 'HyperLogLogBased', 'KeyBased', 'ListBased', 'PubSubBased',
    'SetBased', 'SetType', 'SortedSetBased', 'StreamBased', 'StringBased',
  ].flatMap((family) => [`${family}Cmds`, `${family}CmdsLatency`]),
]);

/** Sets beside those of the node. */
const FURTHER: ReadonlyMap<string, readonly DimensionSet[]> = new Map([
  ['BytesUsedForCache', [NODE_TIER]],
  ['CurrItems', [NODE_TIER]],
  ['DatabaseCapacityUsageCountedForEvictPercentage', [GROUP, SHARD]],
  ['DatabaseMemoryUsageCountedForEvictPercentage', [GROUP, SHARD]],
  ['EngineCPUUtilization', [GROUP, GROUP_ROLE, SHARD]],
]);

/** Where a metric is published. */
export interface PublishedUnder {
  /** Every set under which it is published; for a metric of nodes, the one that selects a single node stands first. */
  readonly dimensionSets: readonly DimensionSet[];
  /** Page that names the sets; absent where no vendor page does. */
  readonly dimensionSource?: string;
}

/**
 * Dimension sets of a metric of node-based ElastiCache.
 *
 * `CacheClusterId` names one node of a replication group (`<group>-001`, or `<group>-0001-001` in cluster mode). Under a set that the list
 * does not name for a metric, an alarm would wait for data for ever. The list leaves out two kinds: metrics of Bloom filters, taken to stand
 * under the pair that every other metric of a node has, and the lag across Regions, which running systems show under the secondary's group.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/SupportedMetricsForResourceTagsForTelemetry.html
 */
export function publishedUnder(metric: string): PublishedUnder {
  if (metric === 'GlobalDatastoreReplicationLag') return { dimensionSets: [GROUP] };
  const dimensionSets = [NODE_DIMENSIONS, ...(ALSO_BY_CLUSTER.has(metric) ? [CLUSTER] : []), ...(FURTHER.get(metric) ?? [])];
  return metric.startsWith('BloomFilter') ? { dimensionSets } : { dimensionSets, dimensionSource: PAGES.cloudWatch.metricDimensions };
}
