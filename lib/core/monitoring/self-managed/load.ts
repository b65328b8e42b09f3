import { connections as managedConnections } from '../definitions/connections';
import { evictions as managedEvictions } from '../definitions/evictions';
import { memory as managedMemory } from '../definitions/memory';
import { always, defineAlarm, pageInProduction, ticket } from '../definition';
import { SELF_MANAGED_METRICS } from '../self-managed-metrics';
import { measured } from './reader';

/** Percent of one core; the thread that runs commands has no more than one. */
const FULL_CORE_PERCENT = 90;

/** Percent; a rewrite of the append-only file needs as much room again as it has data. */
const DISK_PERCENT = 80;

const gone = 'a node that is gone is said by the alarm on nodes that answer';

/** The engine's one thread has no time left. */
export const engineCpu = defineAlarm({
  key: 'engine-cpu',
  title: 'CPU of the engine thread',
  question: 'fast',
  scope: 'member',
  urgency: pageInProduction,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [measured('engineCpu', 'Average')],
  comparison: 'GreaterThanThreshold',
  threshold: ({ thresholds }) => thresholds.engineCpuPercent ?? FULL_CORE_PERCENT,
  thresholdFormula: `above ${FULL_CORE_PERCENT} percent of one core; \`thresholds.engineCpuPercent\` replaces it`,
  unit: 'percent',
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 5,
  missingData: 'notBreaching',
  missingDataReason: gone,
  meaning: () => 'The engine thread is busy almost all the time: commands queue and latency rises for every client of the node.',
  firstAction: ({ sharded }) => `First look in the slow log for costly commands (KEYS, large ranges, scripts) and stop them; then ${sharded ? 'add shards, or find the hot key if only one shard is busy' : 'move reads to replicas or take a faster instance'}.`,
  source: SELF_MANAGED_METRICS.engineCpu.source,
});

/** The managed definition with this deployment's own metric: what being full means is the same. */
export const memory = defineAlarm({
  ...managedMemory,
  appliesWhen: 'always; the threshold follows the eviction policy',
  metrics: () => [measured('memoryUsed', 'Average')],
  missingDataReason: gone,
  firstAction: ({ sharded }) => `First see what grew (INFO keyspace, MEMORY STATS, CLIENT LIST); delete or expire what is not needed, then ${sharded ? 'add shards' : 'take an instance type with more memory'}.`,
  source: SELF_MANAGED_METRICS.memoryUsed.source,
});

/** Near maxclients. */
export const clients = defineAlarm({ ...managedConnections, metrics: () => [measured('connectedClients', 'Average')], missingDataReason: gone, source: SELF_MANAGED_METRICS.connectedClients.source });

/** Keys that the workload needs are thrown away. */
export const evictedKeys = defineAlarm({
  ...managedEvictions,
  metrics: () => [measured('evictedKeys', 'Sum')],
  missingDataReason: gone,
  firstAction: ({ sharded }) => `First make room: delete what is not needed or shorten TTLs; then ${sharded ? 'add shards' : 'take an instance type with more memory'}. What was evicted has to be restored from its source.`,
  source: SELF_MANAGED_METRICS.evictedKeys.source,
});

/** Clients are turned away. */
export const rejectedClients = defineAlarm({
  key: 'rejected-clients',
  title: 'Connections refused a minute',
  question: 'full',
  scope: 'member',
  urgency: pageInProduction,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [measured('rejectedConnections', 'Sum')],
  comparison: 'GreaterThanThreshold',
  threshold: () => 0,
  thresholdFormula: 'any',
  unit: 'connections',
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  missingDataReason: gone,
  meaning: ({ node }) => `The node has as many connections as it may have (${node.maxclients}) and refuses new ones, those of failing-over clients among them.`,
  firstAction: () => 'First find who holds them (CLIENT LIST, by name and address): a leaking pool or a new deployment; restart or cap that client.',
  source: SELF_MANAGED_METRICS.rejectedConnections.source,
});

/** The volume fills up. */
export const disk = defineAlarm({
  key: 'disk',
  title: 'Data volume, percent used',
  question: 'full',
  scope: 'member',
  urgency: pageInProduction,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [measured('diskUsed', 'Average')],
  comparison: 'GreaterThanThreshold',
  threshold: () => DISK_PERCENT,
  thresholdFormula: `above ${DISK_PERCENT} percent`,
  unit: 'percent',
  periodSeconds: 300,
  evaluationPeriods: 3,
  datapointsToAlarm: 3,
  missingData: 'notBreaching',
  missingDataReason: gone,
  meaning: () => 'The volume fills up: when it is full, snapshots and the append-only file fail and writes stop.',
  firstAction: () => 'First look for leftovers of failed rewrites and restores; then raise `dataVolume.sizeGiB`, which grows the volume in place.',
  source: SELF_MANAGED_METRICS.diskUsed.source,
});

/** A node of one's own may stall others; that waits for the morning. */
export const blockedFork = defineAlarm({
  key: 'fork-time',
  title: 'Last fork',
  question: 'fast',
  scope: 'member',
  urgency: ticket,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [measured('forkTime', 'Maximum')],
  comparison: 'GreaterThanThreshold',
  threshold: () => 1000,
  thresholdFormula: 'above 1000 ms, during which every client waits',
  unit: 'milliseconds',
  periodSeconds: 300,
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  missingData: 'notBreaching',
  missingDataReason: gone,
  meaning: () => 'Copying the page table for the last snapshot or rewrite stopped the engine for more than a second; it grows with the data.',
  firstAction: ({ sharded }) => `First see that huge pages are off (the kernel settings of the node) and that nothing swaps; then ${sharded ? 'spread the data over more shards' : 'use a cluster'}, whose nodes are smaller.`,
  source: SELF_MANAGED_METRICS.forkTime.source,
});
