import {
  MEMORYDB_METRIC_ROWS,
  NODE_COMMAND_FAMILIES,
  NODE_METRIC_ROWS,
  SERVERLESS_COMMAND_FAMILIES,
  SERVERLESS_METRIC_ROWS,
} from './metrics-data';
import { publishedUnder } from './metric-dimensions';
import type { PublishedUnder } from './metric-dimensions';
import type { MetricRow } from './metrics-data';
import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/**
 * Units CloudWatch accepts.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html
 */
export const CLOUDWATCH_UNITS = [
  'Seconds', 'Microseconds', 'Milliseconds',
  'Bytes', 'Kilobytes', 'Megabytes', 'Gigabytes', 'Terabytes',
  'Bits', 'Kilobits', 'Megabits', 'Gigabits', 'Terabits',
  'Percent', 'Count',
  'Bytes/Second', 'Kilobytes/Second', 'Megabytes/Second', 'Gigabytes/Second', 'Terabytes/Second',
  'Bits/Second', 'Kilobits/Second', 'Megabits/Second', 'Gigabits/Second', 'Terabits/Second',
  'Count/Second', 'None',
] as const;

/** A unit CloudWatch accepts. */
export type CloudWatchUnit = (typeof CLOUDWATCH_UNITS)[number];

/** Where a metric comes from: the host, the engine, or the engine's per-command statistics. */
export type MetricScope = 'host' | 'engine' | 'command';

/** What a cache must have or be for the metric to be published at all. */
export type MetricCondition =
  | 'burstable'
  | 'dataTiering'
  | 'durability'
  | 'globalDatastore'
  | 'iamAuth'
  | 'json'
  | 'bloom'
  | 'multiRegion'
  | 'onlineMigration'
  | 'rbac'
  | 'replica'
  | 'search';

/** A CloudWatch metric a service publishes. */
export interface Metric extends Sourced, PublishedUnder {
  readonly name: string;
  readonly namespace: 'AWS/ElastiCache' | 'AWS/MemoryDB';
  /**
   * Unit in CloudWatch's words, for axes and labels. AWS documents some metrics as `Number`,
   * `Boolean` or `Credits`, which CloudWatch does not know; those are `None` and `Count` here. Do
   * not filter an alarm by unit: a wrong one silently matches no data.
   */
  readonly unit: CloudWatchUnit;
  readonly scope: MetricScope;
  /** Seconds between data points; an alarm with a shorter period sees gaps. */
  readonly periodSeconds: 60 | 300;
  readonly requires?: MetricCondition;
  /** First engine versions that publish it, where not all do. */
  readonly minVersion?: { readonly valkey?: string; readonly redis?: string };
}

/** Values of the `Role` dimension. */
export const ROLE_DIMENSION_VALUES = ['Primary', 'Replica'] as const;

/** Values of the `Tier` dimension, on data tiering nodes. */
export const TIER_DIMENSION_VALUES = ['Memory', 'SSD'] as const;

/**
 * Every metric of node-based ElastiCache for Redis OSS and Valkey.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.Redis.html
 */
export const NODE_METRICS: readonly Metric[] = [
  ...NODE_METRIC_ROWS.map(nodeMetric),
  ...NODE_COMMAND_FAMILIES.flatMap(([family, requires]) => nodeCommandMetrics(family, requires)),
];

/**
 * Every metric of ElastiCache Serverless.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/serverless-metrics-events-redis.html
 */
export const SERVERLESS_METRICS: readonly Metric[] = [
  ...SERVERLESS_METRIC_ROWS.map(serverlessMetric),
  ...SERVERLESS_COMMAND_FAMILIES.flatMap((family) => [
    serverlessMetric([`${family}Cmds`, 'Count', 'command']),
    serverlessMetric([`${family}CmdsECPUs`, 'Count', 'command']),
  ]),
];

/**
 * Every metric of MemoryDB. Its pages name no dimensions; `ClusterName` with `NodeName` is what the
 * service publishes, while its command line example still shows ElastiCache's `NodeId`.
 * @see https://docs.aws.amazon.com/memorydb/latest/devguide/metrics.memorydb.html
 */
export const MEMORYDB_METRICS: readonly Metric[] = MEMORYDB_METRIC_ROWS.map(memoryDbMetric);

/** The node-based ElastiCache metric called `name`; undefined when none is published. */
export function findMetric(name: string): Metric | undefined {
  return NODE_METRICS.find((metric) => metric.name === name);
}

/** The ElastiCache Serverless metric called `name`; undefined when none is published. */
export function findServerlessMetric(name: string): Metric | undefined {
  return SERVERLESS_METRICS.find((metric) => metric.name === name);
}

/** The MemoryDB metric called `name`; undefined when none is published. */
export function findMemoryDbMetric(name: string): Metric | undefined {
  return MEMORYDB_METRICS.find((metric) => metric.name === name);
}

function nodeMetric(row: MetricRow): Metric {
  const [name, , scope, requires] = row;
  const source = scope === 'host' ? PAGES.elasticache.hostMetrics : nodeSource(requires);
  return { ...metricOf(row), namespace: 'AWS/ElastiCache', ...publishedUnder(name), source };
}

function nodeSource(requires: MetricCondition | undefined): string {
  if (requires === 'durability') {
    return PAGES.elasticache.durabilityMonitoring;
  }
  return requires === 'bloom' ? PAGES.elasticache.bloomFilters : PAGES.elasticache.metrics;
}

function nodeCommandMetrics(family: string, requires: MetricCondition | undefined): readonly Metric[] {
  return [
    nodeMetric([`${family}Cmds`, 'Count', 'command', requires]),
    nodeMetric([`${family}CmdsLatency`, 'Microseconds', 'command', requires]),
  ];
}

function serverlessMetric(row: MetricRow): Metric {
  return {
    ...metricOf(row),
    namespace: 'AWS/ElastiCache',
    dimensionSets: [['clusterId']],
    source: PAGES.elasticache.serverlessMetrics,
  };
}

function memoryDbMetric(row: MetricRow): Metric {
  return {
    ...metricOf(row),
    namespace: 'AWS/MemoryDB',
    dimensionSets: [['ClusterName'], ['ClusterName', 'NodeName']],
    source: PAGES.memorydb.metrics,
  };
}

function metricOf([name, unit, scope, requires, minVersion]: MetricRow) {
  return {
    name,
    unit,
    scope,
    periodSeconds: requires === 'burstable' ? (300 as const) : (60 as const),
    ...(requires === undefined ? {} : { requires }),
    ...(minVersion === undefined ? {} : { minVersion }),
  };
}
