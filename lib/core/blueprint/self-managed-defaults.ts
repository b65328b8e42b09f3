import type { MachineImage } from './self-managed';

/** Defaults of the self-managed topologies, stated once. The timing ones were measured on real engines, see docs/adr. */
export const SELF_MANAGED_DEFAULTS = {
  image: 'debian-13' as MachineImage,
  /** What the images' own package archives offer. */
  version: {
    'al2023': { redis: '6.2', valkey: '8.0' },
    'debian-12': { redis: '7.0', valkey: '8.0' },
    'debian-13': { redis: '8.0', valkey: '8.1' },
    'ubuntu-24.04': { redis: '7.0', valkey: '7.2' },
  },
  replicas: { sentinel: 2, cluster: 1 },
  port: 6379,
  domain: 'redis.internal',
  sentinels: {
    count: 3,
    port: 26379,
    instanceType: { arm64: 't4g.small', x86_64: 't3.small' },
    /** 500 ms lost acknowledged writes in 15 of 21 runs; a stall of 4 s caused no failover at 5000 in 5 of 5. */
    downAfterMs: 5000,
    failoverTimeoutMs: 60_000,
  },
  /** Recovery took 7.9 s at 5000 and 20.2 s at the stock 15000. */
  clusterNodeTimeoutMs: 5000,
  /** A primary that is cut off stops accepting writes: after 2.5 s at a max lag of 2, after 10.5 s at the stock 10. */
  minReplicasToWrite: 1,
  minReplicasMaxLagSeconds: 2,
  volume: { iops: 3000, throughputMiBps: 125, minimumGiB: 20, memoryMultiple: 3, sentinelGiB: 8 },
  backupEveryMinutes: { production: 60, staging: 1440, development: 1440 },
  backupRetentionDays: { production: 35, staging: 7, development: 7 },
  certificateValidityDays: 90,
} as const;
