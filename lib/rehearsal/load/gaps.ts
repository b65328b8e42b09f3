/** The longest time without an acknowledged write; times are milliseconds of the monotonic clock. */
export interface WriteGap {
  readonly longestMs: number;
  /** Last acknowledgement before the gap, or the start. */
  readonly from: number;
  /** First acknowledgement after the gap, or the end. */
  readonly to: number;
  /** Whether writes were acknowledged after the gap. */
  readonly recovered: boolean;
}

/** Finds the longest gap between a start, acknowledgements in their order of time, and an end. */
export function longestGap(start: number, acknowledgements: Iterable<number>, end: number): WriteGap {
  let gap: WriteGap = { longestMs: 0, from: start, to: start, recovered: true };
  let previous = start;
  for (const at of acknowledgements) {
    if (at - previous > gap.longestMs) gap = { longestMs: at - previous, from: previous, to: at, recovered: true };
    previous = at;
  }
  return end - previous > gap.longestMs ? { longestMs: end - previous, from: previous, to: end, recovered: false } : gap;
}

/** The value below which a share of sorted values lies; 0 without values. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
