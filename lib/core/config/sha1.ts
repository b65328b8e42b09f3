/**
 * SHA-1 of a text, as 40 hexadecimal digits; core has no Node.js modules.
 *
 * Makes identities that engines want in this form; nothing secret may rest on it.
 * @see https://www.rfc-editor.org/rfc/rfc3174
 */
export function sha1(text: string): string {
  const message = padded(new TextEncoder().encode(text));
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let offset = 0; offset < message.byteLength; offset += 64) {
    const block = mixed(state, new DataView(message.buffer, offset, 64));
    block.forEach((word, index) => (state[index] = ((state[index] ?? 0) + word) >>> 0));
  }
  return state.map((word) => word.toString(16).padStart(8, '0')).join('');
}

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  message.set(bytes);
  message[bytes.length] = 0x80;
  new DataView(message.buffer).setUint32(message.length - 4, bytes.length * 8);
  return message;
}

function mixed(state: readonly number[], block: DataView): readonly number[] {
  const words = Array.from({ length: 16 }, (_, index) => block.getUint32(index * 4));
  for (let round = 16; round < 80; round += 1) {
    const word = (back: number): number => words[round - back] ?? 0;
    words.push(rotated(word(3) ^ word(8) ^ word(14) ^ word(16), 1));
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  words.forEach((word, round) => {
    const next = (rotated(a, 5) + chosen(round, b, c, d) + e + word) >>> 0;
    [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
  });
  return [a, b, c, d, e];
}

/** Round function and constant together. */
function chosen(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function rotated(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}
