/** Fields of `INFO` by name. */
export function infoFields(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf(':');
      return at < 1 || line.startsWith('#') ? [] : [[line.slice(0, at), line.slice(at + 1)] as const];
    }),
  );
}

/** Fields of a reply that is a flat list of names and values. */
export function pairs(reply: unknown): ReadonlyMap<string, string> {
  const list = Array.isArray(reply) ? (reply as unknown[]).map(String) : [];
  return new Map(list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? ''] as const] : [])));
}

/** One line of `CLUSTER NODES`. */
export interface ClusterNodeLine {
  readonly id: string;
  readonly address: string;
  readonly flags: readonly string[];
  /** Id of the primary that it copies. @default - it is a primary */
  readonly primaryId?: string;
  readonly connected: boolean;
  readonly slots: readonly { readonly first: number; readonly last: number }[];
  /** Whether a slot is being moved in or out. */
  readonly moving: boolean;
}

/** @see https://valkey.io/commands/cluster-nodes/ */
export function clusterNodes(text: string): readonly ClusterNodeLine[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => {
    const [id = '', place = '', flags = '', primary = '-', , , , link = '', ...slots] = line.trim().split(' ');
    return {
      id,
      address: /^[^:@]*/.exec(place)?.[0] ?? '',
      flags: flags.split(','),
      ...(primary === '-' ? {} : { primaryId: primary }),
      connected: link === 'connected',
      slots: slots.filter((slot) => !slot.startsWith('[')).map((slot) => {
        const [first = 0, last = first] = slot.split('-').map(Number);
        return { first, last };
      }),
      moving: slots.some((slot) => slot.startsWith('[')),
    };
  });
}

/** Number of slots in ranges. */
export function slotCount(ranges: readonly { readonly first: number; readonly last: number }[]): number {
  return ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
