import type { ResolvedNode, ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';
import { instanceOf, memoryBudget, MIB } from '../memory-budget';

/** Parts of a planned stop, in seconds. */
export interface StopTiming {
  /** For replicas to have everything while writes are paused, and for a Sentinel to accept the order. */
  readonly offsetSeconds: number;
  /** For the other node to take over; 1.6 to 2.7 s were measured. */
  readonly failoverSeconds: number;
  /** For the engine to end: it waits 10 s for its replicas. */
  readonly endSeconds: number;
  /** For a primary that nobody could replace and that has no append-only file to save a snapshot. */
  readonly saveSeconds: number;
}

/** A machine that is shut down does not wait longer than minutes; what takes longer is lost to the last snapshot. */
const SAVE_CEILING_SECONDS = 600;

export function stopTimingOf(resolved: ResolvedSelfManagedBlueprint, node: Pick<ResolvedNode, 'duty'>): StopTiming {
  const saves = node.duty !== 'sentinel' && resolved.persistence.snapshots && !resolved.persistence.appendOnly;
  const bytesPerSecond = resolved.dataVolume.throughputMiBps * MIB;
  const saving = saves ? Math.ceil(memoryBudget(resolved, instanceOf(resolved)).maxmemoryBytes / bytesPerSecond) : 0;
  return { offsetSeconds: 10, failoverSeconds: 20, endSeconds: 20, saveSeconds: Math.min(saving, SAVE_CEILING_SECONDS) };
}

/** Longest time a planned stop may take: an order may be waited for as long as offsets. */
export function stopTimeoutSeconds({ offsetSeconds, failoverSeconds, endSeconds, saveSeconds }: StopTiming): number {
  return offsetSeconds * 2 + failoverSeconds + endSeconds + saveSeconds;
}
