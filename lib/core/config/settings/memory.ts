import { PRESETS } from '../../blueprint/presets';
import type { ResolvedSelfManaged } from '../../blueprint/resolve-self-managed';
import { findDirective } from '../../catalog/directives';
import type { MemoryBudget } from '../memory-budget';
import type { Setting } from '../render';

/** Parameters of the managed service that are no directives, or that stand elsewhere here. */
const NOT_FROM_PRESET: ReadonlySet<string> = new Set([
  // Distribution packages link the system's allocator: 7.0 does not start with it, 8.x refuses it.
  'activedefrag',
  'repl-backlog-size',
]);

/** Limits of memory, and the workload's own settings. */
export function memorySettings(resolved: ResolvedSelfManaged, budget: MemoryBudget): readonly Setting[] {
  return [
    { directive: 'maxmemory', value: budget.maxmemoryBytes, reason: 'leaves room for forks, replicas, clients and the system' },
    {
      directive: 'maxmemory-clients',
      value: budget.clientBufferBytes,
      reason: 'clients that let their replies pile up are cut off before they push out data',
      whereKnown: true,
    },
    ...presetSettings(resolved),
    ...pubsubLimit(resolved),
    { directive: 'lazyfree-lazy-user-flush', value: true, reason: 'FLUSHALL on the main thread stops every client' },
    { directive: 'replica-lazy-flush', value: true, reason: 'dropping old data before a full copy must not stop the replica' },
    { directive: 'disable-thp', value: true, reason: 'huge pages are copied whole after a fork' },
    { directive: 'oom-score-adj', value: 'yes', reason: 'when memory ends, the kernel takes the child that saves and not the server' },
    { directive: 'oom-score-adj-values', value: ['0', '0', '800'], reason: 'when memory ends, the kernel takes the child that saves and not the server' },
  ];
}

function presetSettings({ workload, engine, version }: ResolvedSelfManaged): readonly Setting[] {
  return Object.entries(PRESETS[workload])
    .filter(([name]) => !NOT_FROM_PRESET.has(name) && findDirective(engine, version, name) !== undefined)
    .map(([directive, { value, reason }]) => ({ directive, value, reason }));
}

/** The managed service has a parameter for each figure of the line. */
function pubsubLimit({ workload }: ResolvedSelfManaged): readonly Setting[] {
  const hard = PRESETS[workload]['client-output-buffer-limit-pubsub-hard-limit'];
  const soft = PRESETS[workload]['client-output-buffer-limit-pubsub-soft-limit'];
  if (hard === undefined || soft === undefined) return [];
  return [{ directive: 'client-output-buffer-limit', value: ['pubsub', String(hard.value), String(soft.value), '60'], reason: hard.reason }];
}
