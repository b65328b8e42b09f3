import type { CloudWatchUnit } from '../catalog';

/** Namespace of every metric that nodes publish themselves. */
export const SELF_MANAGED_NAMESPACE = 'RedisBlueprints';

/** Dimensions of every metric, in name order: the deployment's cache id and the node's name in it. */
export const SELF_MANAGED_DIMENSIONS = ['Deployment', 'Node'] as const;

/** Seconds between two data points. */
export const SELF_MANAGED_PERIOD_SECONDS = 60;

/** Which process a metric comes from; `node` metrics come from every machine. */
export type MetricOrigin = 'data' | 'sentinel' | 'node';

/** A metric that nodes publish. The publisher on the nodes and everything that reads the metric take its name from here. */
export interface SelfManagedMetric {
  readonly name: string;
  readonly unit: CloudWatchUnit;
  readonly origin: MetricOrigin;
  /** Topology that has it. @default - both */
  readonly only?: 'sentinel' | 'cluster';
  /** How it is read, for whoever writes or checks the publisher. */
  readonly read: string;
  /** When no data point is published. @default - never: silence means that the node or the process is gone */
  readonly silentWhen?: string;
  readonly source: string;
}

const INFO = 'https://valkey.io/commands/info/';
const SENTINEL = 'https://valkey.io/topics/sentinel/';
const CLUSTER = 'https://valkey.io/commands/cluster-info/';
const PROC = 'https://docs.kernel.org/filesystems/proc.html';

/** A reply, since the engine could be hung while the process exists. */
const silentWhenDown = 'the engine does not answer';

/**
 * Every metric of a self-managed node, published each minute. Differences are taken from one reading to the next, and left out
 * after a restart of the engine; flags are 1 when all is well.
 */
export const SELF_MANAGED_METRICS = {
  engineUp: { name: 'EngineUp', unit: 'Count', origin: 'data', read: '1 when PING is answered within a second, otherwise 0', source: INFO },
  primary: { name: 'Primary', unit: 'Count', origin: 'data', read: 'INFO replication: 1 when `role` is `master`, otherwise 0', silentWhen: silentWhenDown, source: INFO },
  memoryUsed: { name: 'MemoryUsedPercent', unit: 'Percent', origin: 'data', read: 'INFO memory: 100 * (`used_memory` - `mem_not_counted_for_evict`) / `maxmemory`', silentWhen: silentWhenDown, source: INFO },
  keyspaceHits: { name: 'KeyspaceHits', unit: 'Count', origin: 'data', read: 'INFO stats: difference of `keyspace_hits`', silentWhen: silentWhenDown, source: INFO },
  keyspaceMisses: { name: 'KeyspaceMisses', unit: 'Count', origin: 'data', read: 'INFO stats: difference of `keyspace_misses`', silentWhen: silentWhenDown, source: INFO },
  evictedKeys: { name: 'EvictedKeys', unit: 'Count', origin: 'data', read: 'INFO stats: difference of `evicted_keys`', silentWhen: silentWhenDown, source: INFO },
  commands: { name: 'CommandsProcessed', unit: 'Count', origin: 'data', read: 'INFO stats: difference of `total_commands_processed`', silentWhen: silentWhenDown, source: INFO },
  engineCpu: {
    name: 'EngineCpuPercent', unit: 'Percent', origin: 'data', silentWhen: silentWhenDown, source: INFO,
    read: 'INFO cpu: 100 * difference of `used_cpu_user_main_thread` + `used_cpu_sys_main_thread`, by the seconds between; `used_cpu_user` + `used_cpu_sys` before 7.0',
  },
  replicationLag: { name: 'ReplicationLagSeconds', unit: 'Seconds', origin: 'data', read: 'on a primary with replicas, INFO replication: greatest `lag` of `slave0`, `slave1`, ...', silentWhen: 'the node is a replica, or has none', source: INFO },
  replicationLagBytes: { name: 'ReplicationLagBytes', unit: 'Bytes', origin: 'data', read: 'on a primary with replicas, INFO replication: `master_repl_offset` - least `offset` of its replicas', silentWhen: 'the node is a replica, or has none', source: INFO },
  connectedReplicas: { name: 'ConnectedReplicas', unit: 'Count', origin: 'data', read: 'on a primary, INFO replication: replicas whose `state` is `online` and whose `lag` is within min-replicas-max-lag', silentWhen: 'the node is a replica', source: INFO },
  replicaLinkUp: { name: 'ReplicaLinkUp', unit: 'Count', origin: 'data', read: 'on a replica, INFO replication: 1 when `master_link_status` is `up`, otherwise 0', silentWhen: 'the node is a primary', source: INFO },
  connectedClients: { name: 'ConnectedClients', unit: 'Count', origin: 'data', read: 'INFO clients: `connected_clients`', silentWhen: silentWhenDown, source: INFO },
  blockedClients: { name: 'BlockedClients', unit: 'Count', origin: 'data', read: 'INFO clients: `blocked_clients`', silentWhen: silentWhenDown, source: INFO },
  rejectedConnections: { name: 'RejectedConnections', unit: 'Count', origin: 'data', read: 'INFO stats: difference of `rejected_connections`', silentWhen: silentWhenDown, source: INFO },
  forkTime: { name: 'ForkMilliseconds', unit: 'Milliseconds', origin: 'data', read: 'INFO stats: `latest_fork_usec` / 1000', silentWhen: silentWhenDown, source: INFO },
  snapshotOk: { name: 'SnapshotOk', unit: 'Count', origin: 'data', read: 'INFO persistence: 1 when `rdb_last_bgsave_status` is `ok`, otherwise 0', silentWhen: silentWhenDown, source: INFO },
  appendOnlyOk: {
    name: 'AppendOnlyOk', unit: 'Count', origin: 'data', silentWhen: 'the append-only file is off, or the engine does not answer', source: INFO,
    read: 'INFO persistence: 1 when `aof_last_write_status` and `aof_last_bgrewrite_status` are `ok`, otherwise 0',
  },
  backupAge: { name: 'BackupAgeMinutes', unit: 'Count', origin: 'data', read: 'minutes since the newest verified backup of the shard, whoever made it', silentWhen: 'there is none of the last ten intervals', source: 'https://valkey.io/topics/persistence/' },
  clusterStateOk: { name: 'ClusterStateOk', unit: 'Count', origin: 'data', only: 'cluster', read: 'CLUSTER INFO: 1 when `cluster_state` is `ok`, otherwise 0', silentWhen: silentWhenDown, source: CLUSTER },
  clusterSlotsOk: { name: 'ClusterSlotsOk', unit: 'Count', origin: 'data', only: 'cluster', read: 'CLUSTER INFO: `cluster_slots_ok`', silentWhen: silentWhenDown, source: CLUSTER },
  sentinelUp: { name: 'SentinelUp', unit: 'Count', origin: 'sentinel', only: 'sentinel', read: '1 when the Sentinel answers PING within a second, otherwise 0', source: SENTINEL },
  sentinelsKnown: { name: 'SentinelsKnown', unit: 'Count', origin: 'sentinel', only: 'sentinel', read: 'SENTINEL MASTERS: `num-other-sentinels` + 1', silentWhen: 'the Sentinel does not answer', source: SENTINEL },
  sentinelQuorumOk: { name: 'SentinelQuorumOk', unit: 'Count', origin: 'sentinel', only: 'sentinel', read: 'SENTINEL CKQUORUM: 1 when the reply begins with `OK`, otherwise 0', silentWhen: 'the Sentinel does not answer', source: SENTINEL },
  sentinelPrimaryOk: { name: 'SentinelPrimaryOk', unit: 'Count', origin: 'sentinel', only: 'sentinel', read: 'SENTINEL MASTERS: 1 when `flags` is `master` alone, otherwise 0', silentWhen: 'the Sentinel does not answer', source: SENTINEL },
  certificateDaysLeft: { name: 'CertificateDaysLeft', unit: 'Count', origin: 'node', read: 'whole days until the certificate that the node serves ends', source: 'https://valkey.io/topics/encryption/' },
  diskUsed: { name: 'DiskUsedPercent', unit: 'Percent', origin: 'node', read: '`df` of the volume that survives the instance', source: PROC },
  cpu: { name: 'CpuPercent', unit: 'Percent', origin: 'node', read: '/proc/stat: 100 - idle and iowait, from one reading to the next', source: PROC },
} as const satisfies { readonly [key: string]: SelfManagedMetric };

/** Metrics that a node publishes, by what runs on it and in which topology. */
export function metricsOn(duty: 'data' | 'sentinel' | 'data-and-sentinel', kind: 'sentinel' | 'cluster'): readonly SelfManagedMetric[] {
  const all: readonly SelfManagedMetric[] = Object.values(SELF_MANAGED_METRICS);
  return all
    .filter(({ only }) => only === undefined || only === kind)
    .filter(({ origin }) => origin === 'node' || duty === 'data-and-sentinel' || origin === duty);
}
