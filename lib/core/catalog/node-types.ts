import { REGIONS_BY_FAMILIES } from './node-regions-data';
import { ELASTICACHE_NODE_FAMILIES, MEMORYDB_NODE_FAMILIES } from './node-types-data';
import type { NodeFamilyRow, NodeSizeRow } from './node-types-data';
import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/** What a node is made for. */
export type NodeClass = NodeFamilyRow['class'];

/** A node type of node-based ElastiCache. */
export interface NodeType extends Sourced {
  readonly name: string;
  readonly family: string;
  readonly size: string;
  readonly class: NodeClass;
  readonly architecture: 'arm64' | 'x86_64';
  /** `previous`: AWS creates no new clusters on it. */
  readonly generation: 'current' | 'previous';
  readonly vcpu: number;
  readonly memoryGiB: number;
  /** The engine's `maxmemory` on this node, in bytes, before `reserved-memory-percent` is taken off. */
  readonly maxmemoryBytes: number;
  readonly maxclients: number;
  /** Network bandwidth that always holds, in Gbps. */
  readonly baselineGbps: number;
  /** Network bandwidth while burst credits last, in Gbps; equals the baseline on sizes that do not burst. */
  readonly burstGbps: number;
  /** First engine versions the node type runs; an absent engine does not run on it. */
  readonly minVersion: { readonly valkey?: string; readonly redis?: string };
  /** CPU is earned in credits and throttled to a baseline when they are spent. */
  readonly burstable: boolean;
  readonly enhancedIo: boolean;
  readonly tlsOffload: boolean;
  readonly ioMultiplexing: boolean;
  readonly dataTiering: boolean;
  /** Local SSD in GiB, on data tiering nodes. */
  readonly ssdGiB?: number;
  readonly globalDatastore: boolean;
  readonly autoScaling: boolean;
  readonly durability: boolean;
}

/** A node type of MemoryDB. */
export interface MemoryDbNodeType extends Sourced {
  readonly name: string;
  readonly family: string;
  readonly size: string;
  readonly class: NodeClass;
  readonly architecture: 'arm64' | 'x86_64';
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly maxmemoryBytes: number;
  readonly maxclients: number;
  readonly baselineGbps: number;
  readonly burstGbps: number;
  readonly minVersion: { readonly valkey?: string; readonly redis?: string };
  readonly burstable: boolean;
  readonly ioMultiplexing: boolean;
  readonly dataTiering: boolean;
  /** May join a multi-Region cluster. */
  readonly multiRegion: boolean;
}

const GENERAL_MAXCLIENTS = 65_000;

/** The node type called `name` (`cache.r7g.large`) on ElastiCache; undefined when there is none. */
export function findNodeType(name: string): NodeType | undefined {
  return elasticacheNodes().get(name);
}

/** The node type called `name` (`db.r7g.large`) on MemoryDB; undefined when there is none. */
export function findMemoryDbNodeType(name: string): MemoryDbNodeType | undefined {
  return memoryDbNodes().get(name);
}

/** Names of all ElastiCache node types, newest family first, smallest size first. */
export function nodeTypeNames(): readonly string[] {
  return [...elasticacheNodes().keys()];
}

/** Names of all MemoryDB node types. */
export function memoryDbNodeTypeNames(): readonly string[] {
  return [...memoryDbNodes().keys()];
}

/** All ElastiCache node types, newest family first, smallest size first. */
export function nodeTypes(): readonly NodeType[] {
  return [...elasticacheNodes().values()];
}

/**
 * ElastiCache node types on offer in a region; undefined when the catalog does not know the region.
 *
 * An unknown region is no error of the user's: AWS opens regions faster than this catalog learns them.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html
 */
export function nodeTypesInRegion(region: string): ReadonlySet<string> | undefined {
  return regionMatrix().get(region);
}

/** Regions whose node types the catalog knows, in alphabetical order. */
export function knownRegions(): readonly string[] {
  return [...regionMatrix().keys()].sort();
}

/** Where the availability of node types by region was taken from. */
export const NODE_REGION_SOURCE: string = PAGES.nodeTypesByRegion;

const elasticacheNodes = once(() => expand('cache', ELASTICACHE_NODE_FAMILIES, elasticacheNode));
const memoryDbNodes = once(() => expand('db', MEMORYDB_NODE_FAMILIES, memoryDbNode));
const regionMatrix = once(buildRegionMatrix);

function elasticacheNode(name: string, family: string, row: NodeFamilyRow, size: NodeSizeRow): NodeType {
  const capabilities = size[6];
  const ssdGiB = row.ssdGiB?.[size[0]];
  return {
    ...commonOf(name, family, row, size),
    generation: row.previousGeneration === true ? 'previous' : 'current',
    enhancedIo: capabilities.includes('e'),
    tlsOffload: capabilities.includes('t'),
    ...(ssdGiB === undefined ? {} : { ssdGiB }),
    globalDatastore: row.globalDatastore === true,
    autoScaling: capabilities.includes('a'),
    durability: row.durability === true,
    source: PAGES.elasticache.nodeTypes,
  };
}

function memoryDbNode(name: string, family: string, row: NodeFamilyRow, size: NodeSizeRow): MemoryDbNodeType {
  return {
    ...commonOf(name, family, row, size),
    multiRegion: row.multiRegion?.includes(size[0]) === true,
    source: PAGES.memorydb.nodeTypes,
  };
}

function commonOf(name: string, family: string, row: NodeFamilyRow, size: NodeSizeRow) {
  const [sizeName, vcpu, memoryGiB, maxmemoryBytes, baselineGbps, burstGbps, capabilities] = size;
  return {
    name,
    family,
    size: sizeName,
    class: row.class,
    architecture: row.architecture,
    vcpu,
    memoryGiB,
    maxmemoryBytes,
    maxclients: row.maxclients?.[sizeName] ?? GENERAL_MAXCLIENTS,
    baselineGbps,
    burstGbps: burstGbps ?? baselineGbps,
    minVersion: minimumOf(row),
    burstable: row.class === 'burstable',
    ioMultiplexing: capabilities.includes('m'),
    dataTiering: row.class === 'memory-data-tiering',
  };
}

function minimumOf(row: NodeFamilyRow): { readonly valkey?: string; readonly redis?: string } {
  return {
    ...(row.minValkey === undefined ? {} : { valkey: row.minValkey }),
    ...(row.minRedis === undefined ? {} : { redis: row.minRedis }),
  };
}

function expand<T>(
  prefix: string,
  families: Readonly<Record<string, NodeFamilyRow>>,
  build: (name: string, family: string, row: NodeFamilyRow, size: NodeSizeRow) => T,
): ReadonlyMap<string, T> {
  const nodes = new Map<string, T>();
  for (const [family, row] of Object.entries(families)) {
    for (const size of row.sizes) {
      const name = `${prefix}.${family}.${size[0]}`;
      nodes.set(name, build(name, family, row, size));
    }
  }
  return nodes;
}

function buildRegionMatrix(): ReadonlyMap<string, ReadonlySet<string>> {
  const matrix = new Map<string, ReadonlySet<string>>();
  for (const { families, regions } of REGIONS_BY_FAMILIES) {
    const names = families.split(' ').flatMap((family) => sizesOf(family).map((size) => `cache.${family}.${size}`));
    const shared: ReadonlySet<string> = new Set(names);
    for (const region of regions.split(' ')) {
      matrix.set(region, shared);
    }
  }
  return matrix;
}

function sizesOf(family: string): readonly string[] {
  return (ELASTICACHE_NODE_FAMILIES[family]?.sizes ?? []).map(([size]) => size);
}

function once<T>(build: () => T): () => T {
  let built: T | undefined;
  return () => (built ??= build());
}
