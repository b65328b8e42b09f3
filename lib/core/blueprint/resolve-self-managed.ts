import type { Acknowledgement, Environment, WorkloadPreset } from './common';
import type { ClusterBlueprint } from './cluster';
import { DEFAULTS } from './defaults';
import type { ParameterValues } from './managed';
import type { AlarmThresholds } from './operations';
import type { MachineImage, PinnedSubnetSpec, SelfManagedNetworkSpec, SelfManagedOptions, SelfManagedUserSpec } from './self-managed';
import { SELF_MANAGED_DEFAULTS } from './self-managed-defaults';
import type { SentinelBlueprint } from './sentinel';

/** What runs on a machine. */
export type NodeDuty = 'data' | 'sentinel' | 'data-and-sentinel';

/** One machine with an identity that survives its replacement. */
export interface ResolvedNode {
  /** Identity inside the deployment, such as `data-1`, `sentinel-2` or `s1-2`. */
  readonly name: string;
  readonly duty: NodeDuty;
  /** Shard that the node's data belongs to; absent on Sentinel-only nodes. */
  readonly shard?: string;
  /** Position inside the shard or among the Sentinels, from 1. */
  readonly ordinal: number;
  /** Zone and subnet that the node is pinned to. */
  readonly subnet: PinnedSubnetSpec;
  /** Private DNS name; the address behind it is fixed, too. */
  readonly host: string;
}

/** What both self-managed topologies have in common, complete. */
export interface ResolvedSelfManaged {
  readonly name: string;
  readonly description: string;
  readonly environment: Environment;
  readonly cacheId: string;
  readonly region?: string;
  readonly workload: WorkloadPreset;
  readonly tags: { readonly [key: string]: string };
  readonly acknowledge: readonly Acknowledgement[];
  readonly engine: 'valkey' | 'redis';
  readonly version: string;
  readonly image: MachineImage;
  readonly instanceType: string;
  readonly port: number;
  readonly replicas: number;
  readonly network: SelfManagedNetworkSpec & { readonly domain: string };
  readonly users: readonly Required<SelfManagedUserSpec>[];
  readonly directives: ParameterValues;
  readonly dataVolume: { readonly sizeGiB?: number; readonly iops: number; readonly throughputMiBps: number };
  readonly persistence: { readonly appendOnly: boolean; readonly snapshots: boolean };
  readonly backup: { readonly everyMinutes: number; readonly retentionDays: number; readonly copyToBucketArn?: string; readonly copyKeyArn?: string; readonly restoreFrom?: string };
  readonly certificates: { readonly authoritySecretArn?: string; readonly validityDays: number };
  readonly kmsKeyArn?: string;
  readonly monitoring: {
    readonly topicArns: readonly string[];
    readonly emails: readonly string[];
    readonly thresholds: AlarmThresholds;
    readonly dashboard: boolean;
  };
  readonly minReplicasToWrite: number;
  readonly minReplicasMaxLagSeconds: number;
  readonly logRetentionDays: number;
  readonly disposable: boolean;
  readonly nodes: readonly ResolvedNode[];
}

export interface ResolvedSentinel extends ResolvedSelfManaged {
  readonly kind: 'sentinel';
  /** Name of the set of nodes that the Sentinels watch; unique by being the cache id. */
  readonly primaryName: string;
  readonly sentinels: {
    readonly count: number;
    readonly placement: 'data-nodes' | 'own-nodes';
    readonly instanceType: string;
    readonly quorum: number;
    readonly downAfterMs: number;
    readonly failoverTimeoutMs: number;
    readonly port: number;
  };
}

export interface ResolvedCluster extends ResolvedSelfManaged {
  readonly kind: 'cluster';
  readonly shards: readonly string[];
  readonly nodeTimeoutMs: number;
  readonly requireFullCoverage: boolean;
}

export type ResolvedSelfManagedBlueprint = ResolvedSentinel | ResolvedCluster;

/** Sentinels that have to agree so that two halves of a network can never both promote. */
export function majorityOf(count: number): number {
  return Math.floor(count / 2) + 1;
}

/** Fills in every default of a sentinel blueprint; total for any blueprint of the right shape. */
export function resolveSentinel(blueprint: SentinelBlueprint): ResolvedSentinel {
  const common = resolveCommon(blueprint, SELF_MANAGED_DEFAULTS.replicas.sentinel);
  const dataNodes = common.replicas + 1;
  const spec = blueprint.sentinels ?? {};
  const count = spec.count ?? SELF_MANAGED_DEFAULTS.sentinels.count;
  const placement = spec.placement ?? (dataNodes >= count ? 'data-nodes' : 'own-nodes');
  const sharing = placement === 'data-nodes' ? count : 0;
  const data = ordinals(dataNodes).map((ordinal) =>
    node(common, `data-${ordinal}`, ordinal <= sharing ? 'data-and-sentinel' : 'data', ordinal, ordinal - 1, MAIN_SHARD),
  );
  const own = placement === 'own-nodes' ? ordinals(count).map((ordinal) => node(common, `sentinel-${ordinal}`, 'sentinel', ordinal, ordinal - 1)) : [];
  return {
    kind: 'sentinel',
    ...common,
    nodes: [...data, ...own],
    primaryName: common.cacheId,
    sentinels: {
      count,
      placement,
      instanceType: spec.instanceType ?? SELF_MANAGED_DEFAULTS.sentinels.instanceType[isArm(blueprint.instanceType) ? 'arm64' : 'x86_64'],
      quorum: spec.quorum ?? majorityOf(count),
      downAfterMs: spec.downAfterMs ?? SELF_MANAGED_DEFAULTS.sentinels.downAfterMs,
      failoverTimeoutMs: spec.failoverTimeoutMs ?? SELF_MANAGED_DEFAULTS.sentinels.failoverTimeoutMs,
      port: spec.port ?? SELF_MANAGED_DEFAULTS.sentinels.port,
    },
  };
}

/** Fills in every default of a cluster blueprint; total for any blueprint of the right shape. */
export function resolveCluster(blueprint: ClusterBlueprint): ResolvedCluster {
  const common = resolveCommon(blueprint, SELF_MANAGED_DEFAULTS.replicas.cluster);
  return {
    kind: 'cluster',
    ...common,
    shards: blueprint.shards,
    nodes: blueprint.shards.flatMap((shard) =>
      ordinals(common.replicas + 1).map((ordinal) => node(common, `${shard}-${ordinal}`, 'data', ordinal, shardNumber(shard) - 1 + ordinal - 1, shard)),
    ),
    minReplicasToWrite: blueprint.minReplicasToWrite ?? clusterMinReplicas(common.replicas),
    nodeTimeoutMs: blueprint.nodeTimeoutMs ?? SELF_MANAGED_DEFAULTS.clusterNodeTimeoutMs,
    requireFullCoverage: blueprint.requireFullCoverage ?? false,
  };
}

/**
 * With one replica a shard must survive its loss: the node timeout already stops a primary that is cut off from the majority.
 * With more, losing one still leaves one, and a primary that is cut off stops sooner.
 */
function clusterMinReplicas(replicas: number): number {
  return replicas > 1 ? SELF_MANAGED_DEFAULTS.minReplicasToWrite : 0;
}

/** Name of the only shard of a sentinel deployment, in paths of backups and metrics. */
const MAIN_SHARD = 'main';

/**
 * The number that a shard's name ends with decides its zones, not its place in the list: removing another
 * shard then moves no node, and numbered shards keep their primaries spread over the zones.
 */
export function shardNumber(shard: string): number {
  return Number(/(\d{1,6})$/.exec(shard)?.[1] ?? 1);
}

/** Above what any rule accepts, so that a mistyped count is a finding and not an exhausted memory. */
const COUNT_CEILING = 1000;

function ordinals(count: number): number[] {
  return Array.from({ length: Number.isFinite(count) ? Math.max(0, Math.min(Math.floor(count), COUNT_CEILING)) : 0 }, (_, index) => index + 1);
}

function node(
  common: Pick<ResolvedSelfManaged, 'cacheId' | 'network'>,
  name: string,
  duty: NodeDuty,
  ordinal: number,
  zoneOffset: number,
  shard?: string,
): ResolvedNode {
  const subnets = common.network.subnets;
  const subnet = subnets[zoneOffset % Math.max(1, subnets.length)] ?? { subnetId: '', availabilityZone: '' };
  return { name, duty, ordinal, subnet, host: `${name}.${common.cacheId}.${common.network.domain}`, ...(shard === undefined ? {} : { shard }) };
}

/** Graviton families carry a `g` after their generation: m7g, r8gd, t4g, c7gn. */
export function isArm(instanceType: string): boolean {
  return /^[a-z]+\d+g/.test(instanceType);
}

function resolveCommon(options: SelfManagedOptions & { readonly kind: string }, defaultReplicas: number): Omit<ResolvedSelfManaged, 'nodes'> {
  const environment = options.environment ?? DEFAULTS.environment;
  const engine = options.engine ?? DEFAULTS.engine;
  const workload = options.workload ?? DEFAULTS.workload;
  const image = options.image ?? SELF_MANAGED_DEFAULTS.image;
  return {
    name: options.name,
    description: options.description ?? `${workload} on ${engine}, ${options.kind}, made by redis-blueprints`,
    environment,
    cacheId: (options.cacheId ?? options.name).toLowerCase(),
    region: options.region,
    workload,
    tags: options.tags ?? {},
    acknowledge: options.acknowledge ?? [],
    engine,
    version: options.version ?? SELF_MANAGED_DEFAULTS.version[image][engine],
    image,
    instanceType: options.instanceType,
    port: options.port ?? SELF_MANAGED_DEFAULTS.port,
    replicas: options.replicas ?? defaultReplicas,
    network: { ...options.network, domain: options.network.domain ?? SELF_MANAGED_DEFAULTS.domain },
    users: options.users.map((user) => ({ keys: [], channels: [], allowCommands: [], denyCommands: [], ...user })),
    directives: options.directives ?? {},
    dataVolume: {
      sizeGiB: options.dataVolume?.sizeGiB,
      iops: options.dataVolume?.iops ?? SELF_MANAGED_DEFAULTS.volume.iops,
      throughputMiBps: options.dataVolume?.throughputMiBps ?? SELF_MANAGED_DEFAULTS.volume.throughputMiBps,
    },
    persistence: {
      appendOnly: options.persistence?.appendOnly ?? workload !== 'cache',
      snapshots: options.persistence?.snapshots ?? true,
    },
    backup: {
      everyMinutes: options.backup?.everyMinutes ?? SELF_MANAGED_DEFAULTS.backupEveryMinutes[environment],
      retentionDays: options.backup?.retentionDays ?? SELF_MANAGED_DEFAULTS.backupRetentionDays[environment],
      copyToBucketArn: options.backup?.copyToBucketArn,
      copyKeyArn: options.backup?.copyKeyArn,
      restoreFrom: options.backup?.restoreFrom,
    },
    certificates: {
      authoritySecretArn: options.certificates?.authoritySecretArn,
      validityDays: options.certificates?.validityDays ?? SELF_MANAGED_DEFAULTS.certificateValidityDays,
    },
    kmsKeyArn: options.kmsKeyArn,
    monitoring: {
      topicArns: options.monitoring?.topicArns ?? [],
      emails: options.monitoring?.emails ?? [],
      thresholds: options.monitoring?.thresholds ?? {},
      dashboard: options.monitoring?.dashboard ?? true,
    },
    minReplicasToWrite: options.minReplicasToWrite ?? SELF_MANAGED_DEFAULTS.minReplicasToWrite,
    minReplicasMaxLagSeconds: options.minReplicasMaxLagSeconds ?? SELF_MANAGED_DEFAULTS.minReplicasMaxLagSeconds,
    logRetentionDays: options.logRetentionDays ?? DEFAULTS.logRetentionDays[environment],
    disposable: options.disposable ?? false,
  };
}
