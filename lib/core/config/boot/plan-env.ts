import { majorityOf } from '../../blueprint/resolve-self-managed';
import type { ResolvedNode, ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';
import { compareVersions } from '../../catalog';
import { metricsOn, SELF_MANAGED_NAMESPACE } from '../../monitoring/self-managed-metrics';
import { sha1 } from '../sha1';
import { usersOn } from '../users-acl';
import { scriptParametersOf } from './boot-scripts';
import { secretVariable } from './node-environment';
import { BOOT_TIMING } from './timing';
import { shellAssignments } from './shell';
import { stopTimingOf } from './stop-timing';
import { systemOf } from './systems';
import { unitsOf } from './units';

/** Number of the engine's user and group: files on the volume outlive the machine, so it may never change. */
const OWNER_ID = 6379;

/** What the plan knows about a node, for its scripts. The same at every deployment of this plan. */
export function renderPlanEnv(resolved: ResolvedSelfManagedBlueprint, node: ResolvedNode): string {
  const system = systemOf(resolved);
  const timing = stopTimingOf(resolved, node);
  const users = usersOn(resolved, node);
  const names = (nodes: readonly ResolvedNode[]): readonly string[] => nodes.map(({ name }) => name);
  return shellAssignments({
    NODE: node.name,
    HOST: node.host,
    DUTY: node.duty,
    SHARD: node.shard ?? '',
    ORDINAL: node.ordinal,
    KIND: resolved.kind,
    CACHE_ID: resolved.cacheId,
    ENGINE: resolved.engine,
    VERSION: resolved.version,
    PORT: resolved.port,
    HOST_OF: new Map(resolved.nodes.map(({ name, host }) => [name, host])),
    NODES: names(resolved.nodes),
    SHARD_NODES: names(resolved.nodes.filter(({ shard }) => node.shard !== undefined && shard === node.shard)),
    SHARDS: resolved.kind === 'cluster' ? resolved.shards : [],
    FIRST_PRIMARY: resolved.nodes.find(({ duty, ordinal }) => duty !== 'sentinel' && ordinal === 1)?.name ?? '',
    ...sentinelValues(resolved),
    FAILOVER_MODE: failoverMode(resolved),
    USERS: users,
    SECRET_OF: new Map(users.map((user) => [user, secretVariable(user)])),
    AUTHORITY: resolved.certificates.authoritySecretArn === undefined ? 'generated' : 'existing',
    AUTHORITY_NAME: `redis-blueprints ${resolved.cacheId}`.slice(0, 64),
    // Between 32 and 64 characters, and the same on every node.
    AUTHORITY_TOKEN: sha1(`redis-blueprints/${resolved.cacheId}/authority`),
    VALIDITY_DAYS: resolved.certificates.validityDays,
    APPEND_ONLY: resolved.persistence.appendOnly ? 'yes' : 'no',
    AOF_IN_PARTS: compareVersions(resolved.version, '7.0') >= 0 ? 'yes' : 'no',
    BACKUP_MINUTES: resolved.backup.everyMinutes,
    RESTORE_FROM: resolved.backup.restoreFrom ?? '',
    MAX_LAG_SECONDS: resolved.minReplicasMaxLagSeconds,
    NAMESPACE: SELF_MANAGED_NAMESPACE,
    METRICS: new Map(metricsOn(node.duty, resolved.kind).map(({ name, unit }) => [name, unit])),
    SCRIPT_PARAMETERS: scriptParametersOf(resolved).map(({ name }) => name),
    PACKAGE_MANAGER: system.packageManager,
    PACKAGES: system.packages,
    BACKPORTS: system.backports ?? '',
    CLI_FROM_SNAP: system.cliFromSnap ? 'yes' : 'no',
    SESSION_AGENT: system.sessionAgent === 'download' ? 'download' : 'present',
    MASKED_UNITS: system.maskedUnits,
    SERVER: system.server,
    CLI: system.cli,
    CHECK_RDB: system.checkRdb,
    UNITS: unitsOf(resolved, node).filter(({ enabled }) => enabled).map(({ name }) => name),
    OWNER_ID,
    VOLUME_LABEL: 'redis-data',
    ROUTE_TABLE: 6379,
    OFFSET_SECONDS: timing.offsetSeconds,
    FAILOVER_SECONDS: timing.failoverSeconds,
    ...BOOT_TIMING,
  });
}

function sentinelValues(resolved: ResolvedSelfManagedBlueprint): { readonly [name: string]: string | number | readonly string[] } {
  if (resolved.kind === 'cluster') return { SENTINEL_NODES: [] };
  const { count, port, quorum, downAfterMs, failoverTimeoutMs } = resolved.sentinels;
  return {
    SENTINEL_NODES: resolved.nodes.filter(({ duty }) => duty !== 'data').map(({ name }) => name),
    SENTINEL_PORT: port,
    PRIMARY_NAME: resolved.primaryName,
    MAJORITY: majorityOf(count),
    QUORUM: quorum,
    DOWN_AFTER_MS: downAfterMs,
    FAILOVER_TIMEOUT_MS: failoverTimeoutMs,
    // Time to see the primary down, and two attempts at a failover.
    LEAD_PATIENCE_SECONDS: Math.ceil((downAfterMs + 2 * failoverTimeoutMs) / 1000),
  };
}

/** How a primary hands over: a planned `SENTINEL FAILOVER` by itself loses about a second of acknowledged writes. */
function failoverMode({ kind, engine, version }: ResolvedSelfManagedBlueprint): 'coordinated' | 'paused' | 'cluster' {
  if (kind === 'cluster') return 'cluster';
  return engine === 'valkey' && compareVersions(version, '9.1') >= 0 ? 'coordinated' : 'paused';
}
