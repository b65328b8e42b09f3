/** Exponent of popularity that web traffic comes near to. */
const EXPONENT = 0.99;

/** Draws numbers from 0 on, low ones more often; the same sequence every time, so that two policies see the same requests. */
export function zipf(count: number, seed = 1): () => number {
  const cumulated = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) {
    sum += 1 / (rank + 1) ** EXPONENT;
    cumulated[rank] = sum;
  }
  let state = seed >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulated[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
