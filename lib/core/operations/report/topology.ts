import { findNodeType } from '../../catalog';
import type { CacheScaling, ManagedCache } from '../../plan/nodes';
import type { TopologyReport } from './shape';

export function shardCountOf({ topology }: ManagedCache): number {
  return topology.mode === 'sharded' ? topology.shards.length : 1;
}

export function replicasOf({ topology }: ManagedCache): number {
  return topology.mode === 'sharded' ? topology.replicasPerShard : topology.replicas;
}

/** Nodes, shards and what scaling may do to them. */
export function topologyOf(cache: ManagedCache, scalings: readonly CacheScaling[]): TopologyReport {
  const nodeType = findNodeType(cache.nodeType);
  return {
    mode: cache.topology.mode,
    shards: shardCountOf(cache),
    replicasPerShard: replicasOf(cache),
    nodes: cache.members.length,
    nodeType: cache.nodeType,
    ...(nodeType === undefined ? {} : { vcpuPerNode: nodeType.vcpu }),
    multiAz: cache.multiAz,
    automaticFailover: cache.automaticFailover,
    port: cache.port,
    scaling: scalings.map(({ dimension, min, max, predefinedMetric, targetPercent }) => ({ dimension, min, max, metric: predefinedMetric, targetPercent })),
    members: cache.members.map(({ clusterId }) => clusterId),
  };
}

/** Nodes when every scaling is at its most. */
export function mostNodesOf(cache: ManagedCache, scalings: readonly CacheScaling[]): number {
  const most = (dimension: CacheScaling['dimension'], now: number): number =>
    Math.max(now, ...scalings.filter((scaling) => scaling.dimension === dimension).map(({ max }) => max));
  return most('shards', shardCountOf(cache)) * (most('replicas', replicasOf(cache)) + 1);
}
