import { effectiveParameters } from '../blueprint/presets';
import type { ResolvedManagedBlueprint, ResolvedScaling, ResolvedSharded } from '../blueprint/resolve';
import { findNodeType, parameterGroupFamily } from '../catalog';
import { NODE_IDS, parameterGroupId, scalingId } from './ids';
import { membersOf } from './members';
import type { CacheAccess, CacheScaling, LogDelivery, ManagedCache, ManagedTopology, ParameterGroup } from './nodes';

/** The parameter group: one made from preset and overrides, or one that exists. */
export function planParameterGroup(resolved: ResolvedManagedBlueprint): ParameterGroup {
  const imported = resolved.parameterGroup;
  if (imported !== undefined) {
    return { kind: 'parameterGroup', id: parameterGroupId(imported.family), family: imported.family, source: { from: 'existing', name: imported.name } };
  }
  const family = parameterGroupFamily(resolved.engine, resolved.version);
  if (family === undefined) throw new Error(`no parameter group family for ${resolved.engine} ${resolved.version}`);
  return {
    kind: 'parameterGroup',
    id: parameterGroupId(family),
    family,
    source: {
      from: 'new',
      name: `${resolved.cacheId}-${family}`.replace(/\./g, '-'),
      description: `Parameters of ${resolved.cacheId} for ${resolved.workload}`,
      parameters: effectiveParameters(resolved),
    },
  };
}

/** The replication group itself. */
export function planCache(resolved: ResolvedManagedBlueprint, access: CacheAccess, parameterGroup: ParameterGroup): ManagedCache {
  const logs: LogDelivery[] = [
    ...(resolved.logs.slowLog ? [{ logType: 'slow-log' as const, logGroup: NODE_IDS.slowLog }] : []),
    ...(resolved.logs.engineLog ? [{ logType: 'engine-log' as const, logGroup: NODE_IDS.engineLog }] : []),
  ];
  return {
    kind: 'managedCache',
    id: NODE_IDS.cache,
    cacheId: resolved.cacheId,
    description: resolved.description,
    engine: resolved.engine,
    version: resolved.version,
    nodeType: resolved.nodeType,
    dataTiering: findNodeType(resolved.nodeType)?.dataTiering ?? false,
    port: resolved.port,
    topology: topologyOf(resolved),
    members: membersOf(resolved),
    multiAz: resolved.multiAz,
    automaticFailover: resolved.automaticFailover,
    tls: resolved.encryption.tls,
    key: NODE_IDS.key,
    subnetGroup: NODE_IDS.subnetGroup,
    firewall: NODE_IDS.firewall,
    parameterGroup: parameterGroup.id,
    access,
    logs,
    backup: resolved.backup,
    maintenance: resolved.maintenance,
    eventsTopic: resolved.monitoring.topicArns.length > 0 ? NODE_IDS.topic : NODE_IDS.eventsTopic,
    disposable: resolved.disposable,
    ...(resolved.disposable ? {} : { finalSnapshotName: `${resolved.cacheId}-final` }),
  };
}

function topologyOf(resolved: ResolvedManagedBlueprint): ManagedTopology {
  switch (resolved.kind) {
    case 'replicated':
      return { mode: 'replicated', replicas: resolved.replicasPerShard };
    case 'sharded':
      return {
        mode: 'sharded',
        shards: resolved.shards.map((shard) => ({ ...shard, replicas: resolved.replicasPerShard })),
        named: resolved.shardsAreNamed,
        replicasPerShard: resolved.replicasPerShard,
        scaledBy: [...(resolved.shardScaling ? ['shards' as const] : []), ...(resolved.replicaScaling ? ['replicas' as const] : [])],
      };
  }
}

/**
 * Application Auto Scaling's predefined metrics by dimension and signal.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoScaling-Scaling-Policies-Target.html
 */
const SCALING_METRICS = {
  shards: {
    'engine-cpu': 'ElastiCachePrimaryEngineCPUUtilization',
    memory: 'ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage',
    /** Data-tiering nodes report capacity over memory and SSD instead of memory. */
    'memory-and-ssd': 'ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage',
  },
  replicas: { 'engine-cpu': 'ElastiCacheReplicaEngineCPUUtilization' },
} as const;

/** Target tracking, one node a dimension. */
export function planScaling(resolved: ResolvedSharded): CacheScaling[] {
  const tiered = findNodeType(resolved.nodeType)?.dataTiering ?? false;
  const { shardScaling, replicaScaling } = resolved;
  return [
    ...(shardScaling ? [scalingNode('shards', shardScaling, SCALING_METRICS.shards[shardScaling.metric === 'memory' && tiered ? 'memory-and-ssd' : shardScaling.metric])] : []),
    ...(replicaScaling ? [scalingNode('replicas', replicaScaling, SCALING_METRICS.replicas['engine-cpu'])] : []),
  ];
}

function scalingNode(dimension: CacheScaling['dimension'], scaling: ResolvedScaling, predefinedMetric: string): CacheScaling {
  const { min, max, targetPercent, scaleOutCooldownSeconds, scaleInCooldownSeconds } = scaling;
  return {
    kind: 'cacheScaling',
    id: scalingId(dimension),
    cache: NODE_IDS.cache,
    dimension,
    min,
    max,
    predefinedMetric,
    targetPercent,
    scaleOutCooldownSeconds,
    scaleInCooldownSeconds,
  };
}
