/** An IPv4 block. */
export interface Cidr {
  readonly base: number;
  readonly prefix: number;
}

/** Reads `10.0.0.0/16`; undefined for anything that is not an IPv4 block on its own boundary. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const [a, b, c, d, prefix] = match.slice(1).map(Number) as [number, number, number, number, number];
  if (prefix > 32 || [a, b, c, d].some((octet) => octet > 255)) return undefined;
  const base = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  return base % addressCount({ base, prefix }) === 0 ? { base, prefix } : undefined;
}

/** Number of addresses in a block. */
export function addressCount(cidr: Cidr): number {
  return 2 ** (32 - cidr.prefix);
}

/** Whether two blocks share an address. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.base < b.base + addressCount(b) && b.base < a.base + addressCount(a);
}

export function formatCidr(cidr: Cidr): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(cidr.base / 2 ** shift) % 256);
  return `${octets.join('.')}/${cidr.prefix}`;
}

/** Cuts a block into equal parts, as many as asked for, rounded up to a power of two: 8 parts of a /21 are /24s. */
export function splitCidr(cidr: Cidr, parts: number): readonly Cidr[] {
  const bits = Math.ceil(Math.log2(Math.max(1, parts)));
  const prefix = cidr.prefix + bits;
  const size = 2 ** (32 - prefix);
  return Array.from({ length: parts }, (_, index) => ({ base: cidr.base + index * size, prefix }));
}
