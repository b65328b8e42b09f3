import { codeLengths, codesOf } from './huffman';
import { END_OF_BLOCK, matchesOf, symbolOf } from './lz77';
import type { Token } from './lz77';

/**
 * Text as a gzip file with a fixed header: the same bytes on every machine.
 * @see https://www.rfc-editor.org/rfc/rfc1952
 */
export function gzip(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
  const trailer = [...littleEndian(crc32(bytes)), ...littleEndian(bytes.length)];
  return Uint8Array.from([...header, ...deflate(matchesOf(bytes)), ...trailer]);
}

/** Symbols of the block and what follows each. */
interface Coded {
  readonly literal: number;
  readonly extra?: readonly [value: number, bits: number];
  readonly distance?: number;
  readonly distanceExtra?: readonly [value: number, bits: number];
}

/**
 * One block with codes of its own: the input is one kind of text.
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.7
 */
function deflate(tokens: readonly Token[]): readonly number[] {
  const symbols: Coded[] = [...tokens.map(symbolOf), { literal: END_OF_BLOCK }];
  const literals = tally(symbols.map(({ literal }) => literal), 286);
  const distances = tally(symbols.flatMap(({ distance }) => (distance === undefined ? [] : [distance])), 30);
  const [literalLengths, distanceLengths] = [codeLengths(literals, 15), codeLengths(distances, 15)];
  const [literalCodes, distanceCodes] = [codesOf(literalLengths), codesOf(distanceLengths)];
  const out = new BitWriter();
  out.write(1, 1);
  out.write(2, 2);
  writeLengths(out, trimmed(literalLengths, 257), trimmed(distanceLengths, 1));
  for (const { literal, extra, distance, distanceExtra } of symbols) {
    out.code(literalCodes[literal]!, literalLengths[literal]!);
    if (extra !== undefined) out.write(...extra);
    if (distance !== undefined) out.code(distanceCodes[distance]!, distanceLengths[distance]!);
    if (distanceExtra !== undefined) out.write(...distanceExtra);
  }
  return out.finish();
}

const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function writeLengths(out: BitWriter, literalLengths: readonly number[], distanceLengths: readonly number[]): void {
  const runs = runsOf([...literalLengths, ...distanceLengths]);
  const lengths = codeLengths(tally(runs.map(([symbol]) => symbol), 19), 7);
  const codes = codesOf(lengths);
  const sent = trimmed(LENGTH_ORDER.map((symbol) => lengths[symbol]!), 4);
  out.write(literalLengths.length - 257, 5);
  out.write(distanceLengths.length - 1, 5);
  out.write(sent.length - 4, 4);
  for (const length of sent) out.write(length, 3);
  for (const [symbol, value, bits] of runs) {
    out.code(codes[symbol]!, lengths[symbol]!);
    out.write(value, bits);
  }
}

/** Lengths as symbols: 16 repeats the last one, 17 and 18 are runs of zeros. */
function runsOf(lengths: readonly number[]): (readonly [symbol: number, value: number, bits: number])[] {
  const runs: [number, number, number][] = [];
  for (let at = 0; at < lengths.length; ) {
    let run = 1;
    while (lengths[at + run] === lengths[at]) run += 1;
    if (lengths[at] === 0 && run >= 3) {
      const taken = Math.min(run, 138);
      runs.push(taken > 10 ? [18, taken - 11, 7] : [17, taken - 3, 3]);
      at += taken;
    } else if (lengths[at] !== 0 && run >= 4) {
      const taken = Math.min(run - 1, 6);
      runs.push([lengths[at]!, 0, 0], [16, taken - 3, 2]);
      at += taken + 1;
    } else {
      runs.push([lengths[at]!, 0, 0]);
      at += 1;
    }
  }
  return runs;
}

function tally(symbols: readonly number[], size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const symbol of symbols) counts[symbol]! += 1;
  return counts;
}

function trimmed(lengths: readonly number[], least: number): readonly number[] {
  let size = lengths.length;
  while (size > least && lengths[size - 1] === 0) size -= 1;
  return lengths.slice(0, size);
}

class BitWriter {
  private readonly bytes: number[] = [];
  private held = 0;
  private bits = 0;

  /** A number, lowest bit first. */
  write(value: number, bits: number): void {
    for (let bit = 0; bit < bits; bit += 1) this.push((value >> bit) & 1);
  }

  /** A Huffman code, highest bit first. */
  code(value: number, bits: number): void {
    for (let bit = bits - 1; bit >= 0; bit -= 1) this.push((value >> bit) & 1);
  }

  finish(): readonly number[] {
    while (this.bits > 0) this.push(0);
    return this.bytes;
  }

  private push(bit: number): void {
    this.held |= bit << this.bits;
    this.bits += 1;
    if (this.bits === 8) {
      this.bytes.push(this.held);
      this.held = 0;
      this.bits = 0;
    }
  }
}

function littleEndian(value: number): readonly number[] {
  return [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (crc ^ 0xffffffff) >>> 0;
}
