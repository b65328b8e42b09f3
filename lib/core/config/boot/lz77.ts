/** A byte as it is, or a repetition of what stood `distance` bytes before. */
export type Token = { readonly byte: number } | { readonly length: number; readonly distance: number };

export const END_OF_BLOCK = 256;
const SHORTEST = 3;
const LONGEST = 258;
const WINDOW = 32_768;
/** Earlier places that are looked at; more take longer and hardly find more. */
const TRIES = 256;

/** Splits text into bytes and repetitions; a repetition waits one byte for a longer one. */
export function matchesOf(bytes: Uint8Array): readonly Token[] {
  const tokens: Token[] = [];
  const search = new Search(bytes);
  let at = 0;
  let found = search.longest(0);
  while (at < bytes.length) {
    search.add(at);
    const next = at + 1 < bytes.length ? search.longest(at + 1) : NONE;
    if (found.length < SHORTEST || next.length > found.length) {
      tokens.push({ byte: bytes[at]! });
      at += 1;
      found = next;
      continue;
    }
    tokens.push(found);
    for (let skipped = at + 1; skipped < at + found.length; skipped += 1) search.add(skipped);
    at += found.length;
    found = at < bytes.length ? search.longest(at) : NONE;
  }
  return tokens;
}

interface Match {
  readonly length: number;
  readonly distance: number;
}

const NONE: Match = { length: 0, distance: 0 };

class Search {
  private readonly heads = new Map<number, number>();
  private readonly earlier: Int32Array;

  constructor(private readonly bytes: Uint8Array) {
    this.earlier = new Int32Array(bytes.length).fill(-1);
  }

  add(at: number): void {
    const key = this.key(at);
    this.earlier[at] = this.heads.get(key) ?? -1;
    this.heads.set(key, at);
  }

  longest(at: number): Match {
    const { bytes, earlier } = this;
    let best = NONE;
    let place = this.heads.get(this.key(at)) ?? -1;
    for (let tries = 0; tries < TRIES && place >= 0 && at - place <= WINDOW; tries += 1) {
      let length = 0;
      while (length < LONGEST && at + length < bytes.length && bytes[place + length] === bytes[at + length]) length += 1;
      if (length >= SHORTEST && length > best.length) best = { length, distance: at - place };
      place = earlier[place]!;
    }
    return best;
  }

  private key(at: number): number {
    return (this.bytes[at]! << 16) | ((this.bytes[at + 1] ?? 0) << 8) | (this.bytes[at + 2] ?? 0);
  }
}

/** The symbols that stand for a token and their further bits. */
export function symbolOf(token: Token): { literal: number; extra?: readonly [number, number]; distance?: number; distanceExtra?: readonly [number, number] } {
  if ('byte' in token) return { literal: token.byte };
  const length = classOf(token.length - 3, 4, token.length === LONGEST ? 28 : undefined);
  const distance = classOf(token.distance - 1, 2);
  return { literal: 257 + length.index, extra: length.extra, distance: distance.index, distanceExtra: distance.extra };
}

/**
 * Classes of lengths and distances grow by doubling: `first` classes for each number of further bits, the first two steps without any.
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.5
 */
function classOf(value: number, first: number, only?: number): { readonly index: number; readonly extra: readonly [number, number] } {
  if (only !== undefined) return { index: only, extra: [0, 0] };
  if (value < 2 * first) return { index: value, extra: [0, 0] };
  const bits = 31 - Math.clz32(value / first);
  const start = first << bits;
  return { index: first * (bits + 1) + ((value - start) >> bits), extra: [(value - start) & ((1 << bits) - 1), bits] };
}
