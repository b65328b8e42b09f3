import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/** Engines whose wire protocol this library speaks. */
export type EngineName = 'valkey' | 'redis';

/** AWS services that run those engines; `elasticache` means node-based clusters. */
export type ManagedService = 'elasticache' | 'memorydb' | 'serverless';

/** A capability that begins with some engine version. */
export type Feature =
  | 'tls'
  | 'tlsModify'
  | 'rbac'
  | 'iamAuth'
  | 'dataTiering'
  | 'globalDatastore'
  | 'json'
  | 'vectorSearch'
  | 'bloom'
  | 'ipv6'
  | 'shardedPubSub'
  | 'slowLog'
  | 'engineLog'
  | 'commandLog'
  | 'autoScaling'
  | 'clusterModeCompatible'
  | 'durability'
  | 'multiDatabaseCluster';

/** The versions of one engine that a service offers, oldest first. */
export interface EngineVersions extends Sourced {
  readonly versions: readonly string[];
}

/**
 * Versions each service accepts today.
 *
 * Serverless takes a major version only. Its Valkey 9 is left out: the version page lists 9.0 for
 * node-based clusters and no page names it for serverless, so refusing it is the safe side.
 */
const VERSIONS: Readonly<Record<ManagedService, Readonly<Record<EngineName, EngineVersions>>>> = {
  elasticache: {
    redis: { versions: ['4.0.10', '5.0.6', '6.0', '6.2', '7.0', '7.1'], source: PAGES.engineVersionsByApi },
    valkey: { versions: ['7.2', '8.0', '8.1', '8.2', '9.0', '9.1'], source: PAGES.engineVersionsByApi },
  },
  serverless: {
    redis: { versions: ['7'], source: PAGES.elasticache.engineVersions },
    valkey: { versions: ['7', '8'], source: PAGES.elasticache.engineVersions },
  },
  memorydb: {
    redis: { versions: ['6.2', '7.0', '7.1'], source: PAGES.memorydb.engineVersions },
    valkey: { versions: ['7.2', '7.3'], source: PAGES.memorydb.engineVersions },
  },
};

/** Versions of `engine` on `service`, oldest first. */
export function engineVersions(service: ManagedService, engine: EngineName): readonly string[] {
  return VERSIONS[service][engine].versions;
}

/** The page that lists the versions of `engine` on `service`. */
export function engineVersionsSource(service: ManagedService, engine: EngineName): string {
  return VERSIONS[service][engine].source;
}

/** Whether `service` accepts exactly this version string; `6.x` is the service's alias of the newest 6. */
export function isKnownVersion(service: ManagedService, engine: EngineName, version: string): boolean {
  if (service === 'elasticache' && engine === 'redis' && version === '6.x') {
    return true;
  }
  return engineVersions(service, engine).includes(version);
}

/**
 * Orders two dotted versions by their numbers: negative when `a` is older.
 *
 * A missing part counts as zero, so `7` equals `7.0`; an `x` counts above every number, because AWS
 * resolves `6.x` to the newest minor.
 */
export function compareVersions(a: string, b: string): number {
  const left = versionParts(a);
  const right = versionParts(b);
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const one = left[index] ?? 0;
    const other = right[index] ?? 0;
    if (one !== other) {
      return one < other ? -1 : 1;
    }
  }
  return 0;
}

function versionParts(version: string): number[] {
  return version.split('.').map((part) => {
    const number = Number.parseInt(part, 10);
    return Number.isNaN(number) ? Number.MAX_SAFE_INTEGER : number;
  });
}

/** Parameter group families of ElastiCache by the first version they serve, oldest first. */
const FAMILIES: Readonly<Record<EngineName, readonly { readonly from: string; readonly below: string; readonly family: string }[]>> = {
  redis: [
    { from: '4.0', below: '5.0', family: 'redis4.0' },
    { from: '5.0', below: '6.0', family: 'redis5.0' },
    { from: '6.0', below: '7.0', family: 'redis6.x' },
    { from: '7.0', below: '7.2', family: 'redis7' },
  ],
  valkey: [
    { from: '7.2', below: '8.0', family: 'valkey7' },
    { from: '8.0', below: '9.0', family: 'valkey8' },
    { from: '9.0', below: '10.0', family: 'valkey9' },
  ],
};

/**
 * The ElastiCache parameter group family of an engine version; undefined when no family serves it.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html
 */
export function parameterGroupFamily(engine: EngineName, version: string): string | undefined {
  if (version === '6.x') {
    return engine === 'redis' ? 'redis6.x' : undefined;
  }
  return FAMILIES[engine].find(
    ({ from, below }) => compareVersions(version, from) >= 0 && compareVersions(version, below) < 0,
  )?.family;
}

/**
 * The MemoryDB parameter group family of an engine version; undefined when no family serves it.
 * @see https://docs.aws.amazon.com/memorydb/latest/devguide/parametergroups.redis.html
 */
export function memoryDbParameterGroupFamily(engine: EngineName, version: string): string | undefined {
  if (!isKnownVersion('memorydb', engine, version)) {
    return undefined;
  }
  return `memorydb_${engine}${version.split('.')[0]}`;
}

/** From which version a feature exists on node-based ElastiCache; an absent engine never has it. */
export interface FeatureMinimum extends Sourced {
  readonly redis?: string;
  readonly valkey?: string;
}

/**
 * First version with each feature on node-based ElastiCache.
 *
 * `tlsModify` (switching TLS on an existing group): AWS names Redis OSS 7, Terraform 7.0.5; AWS
 * resolves 7.0 to a later patch, so 7.0 is right for both.
 * `globalDatastore`: the service page names no minimum; 5.0.6 is the version AWS's own examples use.
 * `json`: AWS names 6.2.6, which is what ElastiCache runs as 6.2.
 * `slowLog` on Redis OSS: the service offers it from 6.0, the engine log from 6.2.
 */
const FEATURES: Readonly<Record<Feature, FeatureMinimum>> = {
  tls: { redis: '4.0.10', valkey: '7.2', source: PAGES.elasticache.tls },
  tlsModify: { redis: '7.0', valkey: '7.2', source: PAGES.elasticache.tls },
  rbac: { redis: '6.0', valkey: '7.2', source: PAGES.elasticache.accessControl },
  iamAuth: { redis: '7.0', valkey: '7.2', source: PAGES.elasticache.iamAuthentication },
  dataTiering: { redis: '6.2', valkey: '7.2', source: PAGES.elasticache.dataTiering },
  globalDatastore: { redis: '5.0.6', valkey: '7.2', source: PAGES.elasticache.globalDatastore },
  json: { redis: '6.2', valkey: '7.2', source: PAGES.elasticache.json },
  vectorSearch: { valkey: '8.2', source: PAGES.elasticache.vectorSearch },
  bloom: { valkey: '8.1', source: PAGES.elasticache.bloomFilters },
  ipv6: { redis: '6.2', valkey: '7.2', source: PAGES.elasticache.networkType },
  shardedPubSub: { redis: '7.0', valkey: '7.2', source: PAGES.elasticache.engineVersions },
  slowLog: { redis: '6.0', valkey: '7.2', source: PAGES.elasticache.logDelivery },
  engineLog: { redis: '6.2', valkey: '7.2', source: PAGES.elasticache.logDelivery },
  commandLog: { valkey: '8.1', source: PAGES.elasticache.engineVersions },
  autoScaling: { redis: '6.0', valkey: '7.2', source: PAGES.elasticache.autoScaling },
  clusterModeCompatible: { redis: '7.0', valkey: '7.2', source: PAGES.elasticache.clusterMode },
  durability: { valkey: '9.0', source: PAGES.elasticache.durability },
  multiDatabaseCluster: { valkey: '9.0', source: PAGES.elasticache.engineVersions },
};

/** First version of `engine` with `feature` on node-based ElastiCache; undefined when no version has it. */
export function featureMinimum(feature: Feature, engine: EngineName): string | undefined {
  return FEATURES[feature][engine];
}

/** The page that states from which version a feature exists. */
export function featureSource(feature: Feature): string {
  return FEATURES[feature].source;
}

/** Whether `engine` at `version` has `feature` on node-based ElastiCache. */
export function supportsFeature(feature: Feature, engine: EngineName, version: string): boolean {
  const minimum = featureMinimum(feature, engine);
  return minimum !== undefined && compareVersions(version, minimum) >= 0;
}

/** When ElastiCache stops supporting a Redis OSS major version; dates are ISO days. */
export interface SupportSchedule extends Sourced {
  readonly engine: EngineName;
  readonly majorVersion: number;
  /** Last day of standard support; Extended Support is charged from the day after. */
  readonly standardSupportEnd: string;
  /** Last day of Extended Support; AWS upgrades what still runs afterwards. */
  readonly extendedSupportEnd: string;
}

/**
 * Announced ends of support. Valkey and Redis OSS 7 have none.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html
 */
export const SUPPORT_SCHEDULES: readonly SupportSchedule[] = [
  { engine: 'redis', majorVersion: 4, standardSupportEnd: '2026-01-31', extendedSupportEnd: '2029-01-31', source: PAGES.elasticache.engineVersions },
  { engine: 'redis', majorVersion: 5, standardSupportEnd: '2026-01-31', extendedSupportEnd: '2029-01-31', source: PAGES.elasticache.engineVersions },
  { engine: 'redis', majorVersion: 6, standardSupportEnd: '2027-01-31', extendedSupportEnd: '2030-01-31', source: PAGES.elasticache.engineVersions },
];

/** The announced end of support of an engine version; undefined when none is announced. */
export function supportSchedule(engine: EngineName, version: string): SupportSchedule | undefined {
  const major = Number.parseInt(version, 10);
  return SUPPORT_SCHEDULES.find((schedule) => schedule.engine === engine && schedule.majorVersion === major);
}
