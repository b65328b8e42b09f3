/** Slots of a cluster, from first to last, both included. */
export interface SlotRange {
  readonly first: number;
  readonly last: number;
}

const SLOTS = 16_384;

/** CRC16-CCITT (XModem). @see https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#key-distribution-model */
function crc16(bytes: Buffer): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/** The slot that a key belongs to. */
export function slotOf(key: string): number {
  const tag = /^[^{]*\{([^}]+)\}/.exec(key)?.[1];
  return crc16(Buffer.from(tag ?? key)) % SLOTS;
}

/** A hash tag that lies in the given slots, so that a writer can follow one shard. */
export function tagFor(ranges: readonly SlotRange[]): string {
  for (let number = 0; number < SLOTS * 64; number += 1) {
    const slot = slotOf(`t${number}`);
    if (ranges.some(({ first, last }) => slot >= first && slot <= last)) return `t${number}`;
  }
  throw new Error('a shard without slots has no hash tag');
}
