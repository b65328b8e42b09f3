const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

/** Bytes for people: `9.8 GiB`. */
export function bytesInWords(bytes: number): string {
  if (bytes < GIB) return `${Math.round(bytes / MIB)} MiB`;
  const gib = bytes / GIB;
  return `${gib < 100 ? gib.toFixed(1) : grouped(Math.round(gib))} GiB`;
}

/** `13,140`, whatever the machine's language. */
export function grouped(quantity: number): string {
  return String(quantity).replace(/\B(?=(\d{3})+$)/g, ',');
}
