import type { AccessIntent, AccessSpec, ImportedUserGroupSpec, UserAuthentication, UserSpec } from './access';
import type { Acknowledgement, Environment, WorkloadPreset } from './common';
import { DEFAULTS } from './defaults';
import type { Blueprint, ManagedBlueprint, SelfManagedBlueprint } from './index';
import type { ImportedParameterGroupSpec, ManagedCacheOptions, ParameterValues } from './managed';
import type { NetworkSpec } from './network';
import type { AlarmThresholds, EncryptionSpec } from './operations';
import type { ReplicatedBlueprint } from './replicated';
import { resolveCluster, resolveSentinel } from './resolve-self-managed';
import type { ResolvedSelfManagedBlueprint } from './resolve-self-managed';
import type { ScalingSpec, ShardedBlueprint } from './sharded';

/** A user with every default filled in; `accessString` is still what the user stated. */
export interface ResolvedUser {
  readonly name: string;
  readonly userId: string;
  readonly userName: string;
  readonly authentication: UserAuthentication;
  readonly can: readonly AccessIntent[];
  readonly keys: readonly string[];
  readonly channels: readonly string[];
  readonly allowCommands: readonly string[];
  readonly denyCommands: readonly string[];
  readonly accessString?: string;
}

/** Who may use the cache, as one of three ways. */
export type ResolvedAccess =
  | { readonly mode: 'users'; readonly users: readonly ResolvedUser[]; readonly userGroupId: string }
  | { readonly mode: 'userGroup'; readonly userGroup: ImportedUserGroupSpec }
  | { readonly mode: 'authToken'; readonly authTokenSecretArn: string }
  | { readonly mode: 'open' };

/** A shard with every default filled in. */
export interface ResolvedShard {
  readonly id: string;
  readonly slots?: string;
  readonly primaryZone?: string;
  readonly replicaZones?: readonly string[];
}

/** What both node-based ElastiCache topologies have in common, complete. */
export interface ResolvedManaged {
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
  readonly nodeType: string;
  readonly port: number;
  readonly multiAz: boolean;
  readonly automaticFailover: boolean;
  readonly access: ResolvedAccess;
  readonly parameters: ParameterValues;
  readonly parameterGroup?: ImportedParameterGroupSpec;
  readonly encryption: Required<Pick<EncryptionSpec, 'tls'>> & Pick<EncryptionSpec, 'kmsKeyArn'>;
  readonly logs: { readonly slowLog: boolean; readonly engineLog: boolean; readonly retentionDays: number };
  readonly backup: { readonly retentionDays: number; readonly window: string };
  readonly maintenance: { readonly window: string; readonly autoMinorVersionUpgrade: boolean };
  readonly monitoring: {
    readonly topicArns: readonly string[];
    readonly emails: readonly string[];
    readonly thresholds: AlarmThresholds;
    readonly dashboard: boolean;
  };
  readonly disposable: boolean;
  readonly network: NetworkSpec;
  /** Replicas of each shard. */
  readonly replicasPerShard: number;
}

export interface ResolvedReplicated extends ResolvedManaged {
  readonly kind: 'replicated';
}

/** Autoscaling with every default filled in. */
export type ResolvedScaling = Required<ScalingSpec>;

export interface ResolvedSharded extends ResolvedManaged {
  readonly kind: 'sharded';
  readonly shards: readonly ResolvedShard[];
  /** Whether the blueprint names its shards, or only counts them. */
  readonly shardsAreNamed: boolean;
  readonly shardScaling?: ResolvedScaling;
  readonly replicaScaling?: ResolvedScaling;
}

export type ResolvedManagedBlueprint = ResolvedReplicated | ResolvedSharded;

/** A blueprint of any kind with every default filled in. */
export type ResolvedBlueprint = ResolvedManagedBlueprint | ResolvedSelfManagedBlueprint;

/** Writes the n-th shard's node group id the way the service does: 1 is `0001`. */
export function shardIdOf(ordinal: number): string {
  return String(ordinal).padStart(4, '0');
}

/** Whether a blueprint, as written or resolved, runs on EC2 instances of one's own. */
export function isSelfManaged<B extends { readonly kind: Blueprint['kind'] }>(blueprint: B): blueprint is Extract<B, { readonly kind: SelfManagedBlueprint['kind'] }> {
  return blueprint.kind === 'sentinel' || blueprint.kind === 'cluster';
}

/**
 * Fills in every default. Pure, and total: it never throws for a blueprint of the right shape,
 * also when rules refuse its values, so that all rules can look at the result at once.
 */
export function resolveBlueprint(blueprint: ManagedBlueprint): ResolvedManagedBlueprint;
export function resolveBlueprint(blueprint: SelfManagedBlueprint): ResolvedSelfManagedBlueprint;
export function resolveBlueprint(blueprint: Blueprint): ResolvedBlueprint;
export function resolveBlueprint(blueprint: Blueprint): ResolvedBlueprint {
  switch (blueprint.kind) {
    case 'replicated':
      return resolveReplicated(blueprint);
    case 'sharded':
      return resolveSharded(blueprint);
    case 'sentinel':
      return resolveSentinel(blueprint);
    case 'cluster':
      return resolveCluster(blueprint);
  }
}

function resolveReplicated(blueprint: ReplicatedBlueprint): ResolvedReplicated {
  const replicasPerShard = blueprint.replicas ?? DEFAULTS.replicas;
  return { kind: 'replicated', ...resolveManaged(blueprint, blueprint.network, replicasPerShard, replicasPerShard > 0) };
}

function resolveSharded(blueprint: ShardedBlueprint): ResolvedSharded {
  const replicasPerShard = blueprint.replicasPerShard ?? DEFAULTS.replicas;
  return {
    kind: 'sharded',
    ...resolveManaged(blueprint, blueprint.network, replicasPerShard, true),
    shards: blueprint.shards ?? countedShards(blueprint.shardCount ?? blueprint.shardScaling?.min ?? 0),
    shardsAreNamed: blueprint.shards !== undefined,
    shardScaling: resolveScaling(blueprint.shardScaling),
    replicaScaling: resolveScaling(blueprint.replicaScaling),
  };
}

/** Above the service's largest cluster, so that a mistyped count is a finding and not an exhausted memory. */
const COUNTED_SHARDS_CEILING = 1000;

function countedShards(count: number): readonly ResolvedShard[] {
  const length = Number.isFinite(count) ? Math.max(0, Math.min(Math.floor(count), COUNTED_SHARDS_CEILING)) : 0;
  return Array.from({ length }, (_, index) => ({ id: shardIdOf(index + 1) }));
}

function resolveScaling(scaling: ScalingSpec | undefined): ResolvedScaling | undefined {
  return scaling === undefined ? undefined : { ...DEFAULTS.scaling, ...scaling };
}

function resolveManaged(
  options: ManagedCacheOptions & { readonly kind: string },
  network: NetworkSpec,
  replicasPerShard: number,
  automaticFailover: boolean,
): ResolvedManaged {
  const environment = options.environment ?? DEFAULTS.environment;
  const engine = options.engine ?? DEFAULTS.engine;
  const workload = options.workload ?? DEFAULTS.workload;
  const disposable = options.disposable ?? false;
  const cacheId = (options.cacheId ?? options.name).toLowerCase();
  return {
    name: options.name,
    description: options.description ?? `${workload} on ${engine}, ${options.kind}, made by redis-blueprints`,
    environment,
    cacheId,
    region: options.region,
    workload,
    tags: options.tags ?? {},
    acknowledge: options.acknowledge ?? [],
    engine,
    version: options.version ?? DEFAULTS.version[engine],
    nodeType: options.nodeType,
    port: options.port ?? DEFAULTS.port,
    multiAz: options.multiAz ?? replicasPerShard > 0,
    automaticFailover: options.automaticFailover ?? automaticFailover,
    access: resolveAccess(options.access ?? {}, cacheId, engine),
    parameters: options.parameters ?? {},
    parameterGroup: options.parameterGroup,
    encryption: { tls: options.encryption?.tls ?? DEFAULTS.tls, kmsKeyArn: options.encryption?.kmsKeyArn },
    logs: {
      slowLog: options.logs?.slowLog ?? true,
      engineLog: options.logs?.engineLog ?? true,
      retentionDays: options.logs?.retentionDays ?? DEFAULTS.logRetentionDays[environment],
    },
    backup: {
      retentionDays: options.backup?.retentionDays ?? (disposable ? 0 : DEFAULTS.backupRetentionDays[environment]),
      window: options.backup?.window ?? DEFAULTS.backupWindow,
    },
    maintenance: {
      window: options.maintenance?.window ?? DEFAULTS.maintenanceWindow,
      autoMinorVersionUpgrade: options.maintenance?.autoMinorVersionUpgrade ?? true,
    },
    monitoring: {
      topicArns: options.monitoring?.topicArns ?? [],
      emails: options.monitoring?.emails ?? [],
      thresholds: options.monitoring?.thresholds ?? {},
      dashboard: options.monitoring?.dashboard ?? true,
    },
    disposable,
    network,
    replicasPerShard,
  };
}

function resolveAccess(access: AccessSpec, cacheId: string, engine: 'valkey' | 'redis'): ResolvedAccess {
  if (access.users !== undefined && access.users.length > 0) {
    return { mode: 'users', users: access.users.map((user) => resolveUser(user, cacheId, engine)), userGroupId: userGroupIdOf(cacheId, engine) };
  }
  if (access.userGroup !== undefined) return { mode: 'userGroup', userGroup: access.userGroup };
  if (access.authTokenSecretArn !== undefined) return { mode: 'authToken', authTokenSecretArn: access.authTokenSecretArn };
  return { mode: 'open' };
}

/**
 * Engine and way of authentication are part of generated ids, since changing either replaces the user or the group: the
 * new one is made before the old one goes, and two cannot share an id.
 */
function userIdOf(cacheId: string, name: string, engine: 'valkey' | 'redis', authentication: UserAuthentication): string {
  return [cacheId, name, ...(engine === 'redis' ? ['redis'] : []), ...(authentication === 'iam' ? ['iam'] : [])].join('-').toLowerCase();
}

function userGroupIdOf(cacheId: string, engine: 'valkey' | 'redis'): string {
  return engine === 'redis' ? `${cacheId}-users-redis` : `${cacheId}-users`;
}

function resolveUser(user: UserSpec, cacheId: string, engine: 'valkey' | 'redis'): ResolvedUser {
  const authentication = user.authentication ?? 'password';
  const userId = user.userId ?? userIdOf(cacheId, user.name, engine, authentication);
  return {
    name: user.name,
    userId,
    userName: user.userName ?? (authentication === 'iam' ? userId : user.name),
    authentication,
    can: user.can ?? [],
    keys: user.keys ?? [],
    channels: user.channels ?? [],
    allowCommands: user.allowCommands ?? [],
    denyCommands: user.denyCommands ?? [],
    accessString: user.accessString,
  };
}
