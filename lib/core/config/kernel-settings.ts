/** Connections that wait to be accepted; every client comes back at once after a failover. */
export const TCP_BACKLOG = 4096;

/** A setting of the operating system that the engine needs. */
export interface KernelSetting {
  /** `sysctl` name, or the file below `/sys`. */
  readonly name: string;
  readonly how: 'sysctl' | 'sysfs';
  readonly value: string;
  readonly reason: string;
  readonly source: string;
}

const ADMINISTRATION = 'https://valkey.io/topics/admin/';
const LATENCY = 'https://valkey.io/topics/latency/';

/**
 * Settings of the kernel, the same for every engine version.
 *
 * Huge pages: Redis' pages say `never`, engines from 6.2 on advise `madvise` in their log and switch them off for themselves
 * (`disable-thp`). With `madvise` no engine gets any, since none asks; other programs of the machine still can.
 */
export const KERNEL_SETTINGS: readonly KernelSetting[] = [
  {
    name: '/sys/kernel/mm/transparent_hugepage/enabled',
    how: 'sysfs',
    value: 'madvise',
    reason: 'after a fork one written byte would copy 2 MiB',
    source: LATENCY,
  },
  { name: 'vm.overcommit_memory', how: 'sysctl', value: '1', reason: 'a fork of a large process must not be refused for pages that will never be copied', source: ADMINISTRATION },
  { name: 'net.core.somaxconn', how: 'sysctl', value: String(TCP_BACKLOG), reason: 'caps tcp-backlog', source: 'https://valkey.io/topics/clients/' },
  { name: 'net.ipv4.tcp_max_syn_backlog', how: 'sysctl', value: String(TCP_BACKLOG), reason: 'half-open connections queue before those that tcp-backlog counts', source: 'https://valkey.io/topics/clients/' },
  { name: 'vm.swappiness', how: 'sysctl', value: '1', reason: 'a page of data that was swapped out stops every client while it comes back', source: LATENCY },
];

/** Descriptors besides clients: files, replicas, the cluster bus, Sentinels; the engine itself keeps 32. */
const OTHER_DESCRIPTORS = 1024;

/** `LimitNOFILE` of the engine's unit: with fewer, the engine lowers `maxclients` in silence. */
export function openFilesLimit(maxClients: number): number {
  return maxClients + OTHER_DESCRIPTORS;
}
