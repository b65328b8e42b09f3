/** Highest of the 16,384 hash slots. */
export const LAST_SLOT = 16_383;

/** An inclusive range of hash slots. */
export interface SlotRange {
  readonly from: number;
  readonly to: number;
}

/** The ranges of a text such as `0-100,200`; undefined when it is no list of slots. */
export function parseSlots(text: string): readonly SlotRange[] | undefined {
  const ranges = text.split(',').map((part) => {
    const match = /^\s*(\d{1,6})(?:-(\d{1,6}))?\s*$/.exec(part);
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    return match !== null && from <= to && to <= LAST_SLOT ? { from, to } : undefined;
  });
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

/** The range as people write it. */
export function formatSlots({ from, to }: SlotRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** The ranges that nobody has. */
export function missingSlots(ranges: readonly SlotRange[]): readonly SlotRange[] {
  const missing: SlotRange[] = [];
  let next = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    if (from > next) missing.push({ from: next, to: from - 1 });
    next = Math.max(next, to + 1);
  }
  return next <= LAST_SLOT ? [...missing, { from: next, to: LAST_SLOT }] : missing;
}

/** The slots that two lists of ranges share, as one range of the first conflict; undefined when they share none. */
export function sharedSlots(left: readonly SlotRange[], right: readonly SlotRange[]): SlotRange | undefined {
  for (const a of left) {
    for (const b of right) {
      const from = Math.max(a.from, b.from);
      const to = Math.min(a.to, b.to);
      if (from <= to) return { from, to };
    }
  }
  return undefined;
}
