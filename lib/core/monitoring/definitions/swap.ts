import { PAGES } from '../../catalog';
import { always, defineAlarm, ticket } from '../definition';

/** Free memory in bytes below which AWS calls a host short of memory: 100 MB. */
const LOW_FREE_BYTES = 100_000_000;

/**
 * The host is short of memory: less than 100 MB free, or more swapped than free.
 *
 * Catches what percent of maxmemory cannot see: fragmentation, copy-on-write during a save, buffers. Therefore
 * `MemoryFragmentationRatio` has no alarm: on small data it reads high without meaning anything; it is on the dashboard.
 */
export const swap = defineAlarm({
  key: 'swap',
  title: 'Memory that the host lacks',
  question: 'full',
  scope: 'member',
  urgency: ticket,
  applies: always,
  appliesWhen: 'always',
  metrics: () => [
    { name: 'SwapUsage', statistic: 'Maximum' },
    { name: 'FreeableMemory', statistic: 'Minimum' },
  ],
  expression: ([swapped, free]) => `IF(${free?.id}<${LOW_FREE_BYTES} OR ${swapped?.id}>${free?.id},1,0)`,
  comparison: 'GreaterThanThreshold',
  threshold: () => 0,
  thresholdFormula: `FreeableMemory below ${LOW_FREE_BYTES / 1_000_000} MB, or SwapUsage above FreeableMemory`,
  unit: '1 when short',
  periodSeconds: 60,
  evaluationPeriods: 10,
  datapointsToAlarm: 10,
  missingData: 'notBreaching',
  missingDataReason: 'a host that is gone lacks no memory; that it is gone is said by the alarms on being up',
  meaning: () => 'The host is short of memory outside the data set: it swaps, and latency becomes erratic; a snapshot may fail.',
  firstAction: () => 'First look whether a snapshot or sync is running (SaveInProgress) and at MemoryFragmentationRatio; then raise reserved-memory-percent, or take a larger node type.',
  source: PAGES.elasticache.monitoringChoice,
});
