import type { FindingPath } from '../../core/finding';

interface LocatedBase {
  /** Offset in the file's text. */
  readonly at: number;
  /** Values in it, aliases expanded. */
  readonly size: number;
  /** Levels below it, aliases expanded. */
  readonly depth: number;
}

/** Text, number, boolean or nothing. */
export interface LocatedScalar extends LocatedBase {
  readonly type: 'scalar';
  readonly value: string | number | boolean | null;
  /** As it was written, where that differs from the value. */
  readonly written?: string;
}

/** A key's place and its value. */
export interface LocatedEntry {
  readonly keyAt: number;
  readonly value: Located;
}

export interface LocatedMap extends LocatedBase {
  readonly type: 'map';
  readonly entries: ReadonlyMap<string, LocatedEntry>;
}

export interface LocatedList extends LocatedBase {
  readonly type: 'list';
  readonly items: readonly Located[];
}

/** A value that remembers where it was written. Aliases share their anchor's value, so the whole is no tree. */
export type Located = LocatedScalar | LocatedMap | LocatedList;

export function scalar(at: number, value: LocatedScalar['value'], written?: string): LocatedScalar {
  return { type: 'scalar', at, size: 1, depth: 1, value, ...(written === undefined ? {} : { written }) };
}

export function map(at: number, entries: ReadonlyMap<string, LocatedEntry>): LocatedMap {
  return { type: 'map', at, entries, ...extent([...entries.values()].map(({ value }) => value)) };
}

export function list(at: number, items: readonly Located[]): LocatedList {
  return { type: 'list', at, items, ...extent(items) };
}

function extent(parts: readonly Located[]): { size: number; depth: number } {
  let size = 1;
  let depth = 0;
  for (const part of parts) {
    size += part.size;
    depth = Math.max(depth, part.depth);
  }
  return { size, depth: depth + 1 };
}

/**
 * Values that mean their text although YAML reads a number or a boolean: `version: 8.10` is not 8.1, `id: 0001` is not 1.
 */
const MEANT_AS_TEXT: readonly RegExp[] = [/^version$/, /^shards\.\d+\.(id|slots)$/, /^tags\.[^.]+$/];
const DEEPEST_TEXT = 3;

/** The plain value, as JSON would hold it. */
export function toPlain(located: Located, path: FindingPath = []): unknown {
  switch (located.type) {
    case 'scalar':
      return located.written !== undefined && isMeantAsText(path) ? located.written : located.value;
    case 'list':
      return located.items.map((item, index) => toPlain(item, [...path, index]));
    case 'map': {
      const plain: Record<string, unknown> = {};
      for (const [key, { value }] of located.entries) plain[key] = toPlain(value, [...path, key]);
      return plain;
    }
  }
}

function isMeantAsText(path: FindingPath): boolean {
  return path.length <= DEEPEST_TEXT && MEANT_AS_TEXT.some((pattern) => pattern.test(path.join('.')));
}

/**
 * Offset of the value at a path: of text and numbers their own, of lists and mappings the key that introduces them.
 * What is not written is pointed at through the nearest thing around it.
 */
export function offsetOf(root: Located, path: FindingPath, of: 'value' | 'key'): number {
  let here = root;
  let offset = root.at;
  for (const step of path) {
    if (here.type === 'map') {
      const entry = here.entries.get(String(step));
      if (entry === undefined) return offset;
      offset = entry.value.type === 'scalar' && of === 'value' ? entry.value.at : entry.keyAt;
      here = entry.value;
    } else {
      const item = here.type === 'list' && typeof step === 'number' ? here.items[step] : undefined;
      if (item === undefined) return offset;
      offset = item.at;
      here = item;
    }
  }
  return offset;
}
