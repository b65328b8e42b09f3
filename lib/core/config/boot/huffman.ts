/** Lengths of Huffman codes, none above `limit`; 0 for symbols that never occur. */
export function codeLengths(counts: readonly number[], limit: number): number[] {
  const lengths = new Array<number>(counts.length).fill(0);
  const leaves = counts.map((count, symbol): Leaf => ({ count, symbols: [symbol] })).filter(({ count }) => count > 0);
  if (leaves.length === 1) lengths[leaves[0]!.symbols[0]!] = 1;
  if (leaves.length < 2) return lengths;
  for (const { symbols } of packageMerge(leaves.sort(byCount), limit)) for (const symbol of symbols) lengths[symbol]! += 1;
  return lengths;
}

interface Leaf {
  readonly count: number;
  readonly symbols: readonly number[];
}

const byCount = (left: Leaf, right: Leaf): number => left.count - right.count || left.symbols[0]! - right.symbols[0]!;

/** Package-merge: the optimal code of a limited length. A symbol's length is how often it occurs in the result. */
function packageMerge(leaves: readonly Leaf[], limit: number): readonly Leaf[] {
  let packages: readonly Leaf[] = leaves;
  for (let level = 1; level < limit; level += 1) {
    const pairs: Leaf[] = [];
    for (let at = 0; at + 1 < packages.length; at += 2) {
      const [left, right] = [packages[at]!, packages[at + 1]!];
      pairs.push({ count: left.count + right.count, symbols: [...left.symbols, ...right.symbols] });
    }
    packages = [...leaves, ...pairs].sort(byCount);
  }
  return packages.slice(0, 2 * leaves.length - 2);
}

/** Canonical codes for lengths, first bit first. */
export function codesOf(lengths: readonly number[]): number[] {
  const longest = Math.max(0, ...lengths);
  const codes = new Array<number>(lengths.length).fill(0);
  let code = 0;
  for (let length = 1; length <= longest; length += 1) {
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] === length) codes[symbol] = code++;
    }
    code <<= 1;
  }
  return codes;
}
