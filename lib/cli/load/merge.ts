import type { FindingPath } from '../../core/finding';
import { list, map } from './located';
import type { Located, LocatedEntry, LocatedList, LocatedMap } from './located';

/** Lists whose members are things with a name: merged by it. Every other list is replaced as a whole. */
const NAMED_LISTS: { readonly [path: string]: string } = { 'access.users': 'name', shards: 'id' };

/** Lays an overlay over a base; what the overlay states wins. Places stay those of whatever was taken. */
export function mergeMaps(base: LocatedMap, overlay: LocatedMap, path: FindingPath = []): LocatedMap {
  const entries = new Map<string, LocatedEntry>(base.entries);
  for (const [key, entry] of overlay.entries) {
    const below = base.entries.get(key);
    entries.set(key, below === undefined ? entry : { keyAt: entry.keyAt, value: mergeValues(below.value, entry.value, [...path, key]) });
  }
  return map(base.at, entries);
}

function mergeValues(base: Located, overlay: Located, path: FindingPath): Located {
  if (base.type === 'map' && overlay.type === 'map') return mergeMaps(base, overlay, path);
  const identity = NAMED_LISTS[path.join('.')];
  if (identity !== undefined && base.type === 'list' && overlay.type === 'list') return mergeNamed(base, overlay, identity, path);
  return overlay;
}

/** Members keep the base's order; new ones follow in the overlay's. */
function mergeNamed(base: LocatedList, overlay: LocatedList, identity: string, path: FindingPath): LocatedList {
  const items = [...base.items];
  const positions = new Map(items.map((item, index) => [nameOf(item, identity), index] as const));
  for (const item of overlay.items) {
    const name = nameOf(item, identity);
    const position = name === undefined ? undefined : positions.get(name);
    const below = position === undefined ? undefined : items[position];
    if (position !== undefined && below?.type === 'map' && item.type === 'map') items[position] = mergeMaps(below, item, [...path, position]);
    else items.push(item);
  }
  return list(overlay.at, items);
}

function nameOf(item: Located, identity: string): string | undefined {
  const value = item.type === 'map' ? item.entries.get(identity)?.value : undefined;
  return value?.type === 'scalar' ? (value.written ?? String(value.value)) : undefined;
}
