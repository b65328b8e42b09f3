import type { ResolvedSelfManaged } from '../blueprint/resolve-self-managed';
import { compareVersions, findInstanceType } from '../catalog';
import type { InstanceType } from '../catalog';
import { ConfigDefect } from './defect';

export const MIB = 1_048_576;
export const GIB = 1024 * MIB;

/** What of a blueprint decides a node's memory. */
export type MemoryWords = Pick<ResolvedSelfManaged, 'workload' | 'persistence' | 'engine' | 'version' | 'replicas'>;

/** Where a data node's memory goes; every figure in bytes. The parts add up to at most the total. */
export interface MemoryBudget {
  readonly totalBytes: number;
  /** Kernel, page tables, agents. */
  readonly osReserveBytes: number;
  /** What waits for replicas, at its limit. */
  readonly replicationBytes: number;
  /** Buffers and TLS state of clients. */
  readonly clientBufferBytes: number;
  /** Pages that are copied while a child writes a snapshot. */
  readonly forkHeadroomBytes: number;
  /** Holes between values that the allocator cannot give back. */
  readonly fragmentationBytes: number;
  readonly maxmemoryBytes: number;
  /** `repl-backlog-size`. */
  readonly backlogBytes: number;
  /** Hard limit of `client-output-buffer-limit replica`. */
  readonly replicaBufferBytes: number;
  /** One sentence for each part. */
  readonly reasons: readonly string[];
}

/**
 * Shares of a node's memory. They are choices, not limits of an engine: a node that runs out of memory loses its data, one
 * with memory to spare costs money.
 * @see https://valkey.io/topics/memory-optimization/
 */
const SHARES = {
  /** `struct page` takes 64 of every 4096 bytes; firmware takes the rest. */
  osShare: 0.02,
  osFixedBytes: 400 * MIB,
  backlogShare: 1 / 64,
  backlogMinimumBytes: 16 * MIB,
  backlogMaximumBytes: GIB,
  replicaBufferShare: 1 / 16,
  replicaBufferMinimumBytes: 64 * MIB,
  replicaBufferMaximumBytes: 4 * GIB,
  clientShare: 0.05,
  /** Subscribers that fall behind are this workload's memory. */
  clientSharePubsub: 0.15,
  /** Of the dataset, rewritten while a child runs; a rewrite of the append-only file starts under load, when most is written. */
  forkShare: { appendOnly: 0.3, snapshots: 0.25, none: 0.15 },
  /** Distribution packages cannot defragment. */
  fragmentationShare: 0.1,
} as const;

/** Divides an instance's memory; `maxmemory` is what is left for data. */
export function memoryBudget(words: MemoryWords, instance: Pick<InstanceType, 'name' | 'memoryGiB'>): MemoryBudget {
  const totalBytes = instance.memoryGiB * GIB;
  const osReserveBytes = wholeMiB(totalBytes * SHARES.osShare + SHARES.osFixedBytes);
  const backlogBytes = within(totalBytes * SHARES.backlogShare, SHARES.backlogMinimumBytes, SHARES.backlogMaximumBytes);
  const replicaBufferBytes = within(totalBytes * SHARES.replicaBufferShare, SHARES.replicaBufferMinimumBytes, SHARES.replicaBufferMaximumBytes);
  const sharesBuffers = compareVersions(words.version, '7.0') >= 0;
  const replicationBytes = sharesBuffers ? Math.max(backlogBytes, replicaBufferBytes) : backlogBytes + replicaBufferBytes * words.replicas;
  const clientShare = words.workload === 'pubsub' ? SHARES.clientSharePubsub : SHARES.clientShare;
  const clientBufferBytes = wholeMiB(totalBytes * clientShare);
  const forks = words.persistence.appendOnly ? 'appendOnly' : words.persistence.snapshots ? 'snapshots' : 'none';
  const forkShare = SHARES.forkShare[forks];
  const left = totalBytes - osReserveBytes - replicationBytes - clientBufferBytes;
  const maxmemoryBytes = Math.max(0, wholeMiB(left / (1 + forkShare + SHARES.fragmentationShare)));
  const forkHeadroomBytes = Math.floor(maxmemoryBytes * forkShare);
  const fragmentationBytes = Math.floor(maxmemoryBytes * SHARES.fragmentationShare);
  return {
    totalBytes,
    osReserveBytes,
    replicationBytes,
    clientBufferBytes,
    forkHeadroomBytes,
    fragmentationBytes,
    maxmemoryBytes,
    backlogBytes,
    replicaBufferBytes,
    reasons: [
      `${inMiB(osReserveBytes)} for the kernel, its page tables and the agents: 2% of ${instance.memoryGiB} GiB and 400 MiB`,
      sharesBuffers
        ? `${inMiB(replicationBytes)} for what replicas have not read yet, up to where a replica is cut off; from 7.0 on replicas share one buffer`
        : `${inMiB(replicationBytes)} for the backlog and, before 7.0, a buffer of its own for each of ${words.replicas} replicas`,
      `${inMiB(clientBufferBytes)} for buffers and TLS state of clients, which maxmemory does not hold: ${percent(clientShare)}`,
      `${inMiB(forkHeadroomBytes)} for pages copied while a child runs: ${percent(forkShare)} of the data, ${FORK_REASONS[forks]}`,
      `${inMiB(fragmentationBytes)} for fragmentation: ${percent(SHARES.fragmentationShare)} of the data, since distribution packages cannot defragment`,
      `${inMiB(maxmemoryBytes)} are left for data: maxmemory`,
    ],
  };
}

/** The instance type of the data nodes; validation refuses those that the catalog does not hold. */
export function instanceOf(resolved: Pick<ResolvedSelfManaged, 'instanceType'>): InstanceType {
  const found = findInstanceType(resolved.instanceType);
  if (found === undefined) throw new ConfigDefect(`no instance type ${resolved.instanceType} in the catalog`);
  return found;
}

const FORK_REASONS = {
  appendOnly: 'because the append-only file is rewritten under load',
  snapshots: 'because snapshots are saved under load',
  none: 'because replicas and backups still need snapshots',
} as const;

function within(value: number, minimum: number, maximum: number): number {
  return wholeMiB(Math.min(maximum, Math.max(minimum, value)));
}

function wholeMiB(bytes: number): number {
  return Math.floor(bytes / MIB) * MIB;
}

function inMiB(bytes: number): string {
  return `${Math.round(bytes / MIB)} MiB`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
