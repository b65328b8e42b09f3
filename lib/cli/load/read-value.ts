import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { STRUCTURE } from '../../core/rules/structure/codes';
import { printable, quotedPath } from '../../core/rules/wording';
import type { FindingPath } from '../../core/finding';
import { READING } from './codes';
import type { ReadingKind } from './codes';
import { list, map, scalar } from './located';
import type { Located, LocatedEntry } from './located';

/** Something wrong in the text, by its offset. */
export interface TextProblem {
  readonly kind: ReadingKind;
  readonly at: number;
  readonly message: string;
  readonly remedy: string;
}

/** Deeper than any blueprint, far from any stack's end. */
export const DEEPEST = 32;
const MOST_VALUES = 100_000;
const MERGE_KEY = '<<';

interface Reading {
  readonly problems: TextProblem[];
  /** Undefined while the anchored value is still being read: an alias to it would contain itself. */
  readonly anchors: Map<string, Located | undefined>;
  readonly lineOf: (offset: number) => number;
}

/** Reads a YAML document's contents. Aliases share their anchor's value, so that a bomb stays small until it is refused. */
export function readValue(contents: Node, lineOf: (offset: number) => number): { readonly value: Located; readonly problems: readonly TextProblem[] } {
  const reading: Reading = { problems: [], anchors: new Map(), lineOf };
  const value = read(contents, [], reading);
  return { value, problems: reading.problems };
}

function read(node: unknown, path: FindingPath, reading: Reading): Located {
  if (isAlias(node)) return readAlias(node, path, reading);
  const anchor = (node as Scalar | YAMLMap | YAMLSeq | null)?.anchor;
  if (anchor !== undefined) reading.anchors.set(anchor, undefined);
  const value = readPlain(node, path, reading);
  if (anchor !== undefined) reading.anchors.set(anchor, value);
  return value;
}

function readPlain(node: unknown, path: FindingPath, reading: Reading): Located {
  if (isMap(node)) return bounded(readMap(node, path, reading), path, reading);
  if (isSeq(node)) return bounded(list(offset(node), node.items.map((item, index) => read(item, [...path, index], reading))), path, reading);
  if (isScalar(node)) return readScalar(node, path, reading);
  return scalar(0, null);
}

function readScalar(node: Scalar, path: FindingPath, reading: Reading): Located {
  const { value } = node;
  if (value === null || typeof value === 'string') return scalar(offset(node), value);
  if (typeof value === 'number' || typeof value === 'boolean') return scalar(offset(node), value, node.source);
  report(reading, READING.feature, offset(node), `${place(path)} must be text, a number or a boolean, got a value with a YAML tag`, 'remove the tag, or put the value in quotes');
  return scalar(offset(node), null);
}

function readAlias(node: Alias, path: FindingPath, reading: Reading): Located {
  const at = offset(node);
  const name = printable(node.source);
  if (!reading.anchors.has(node.source)) {
    report(reading, READING.alias, at, `the alias \`*${name}\` must name an anchor above it, and there is no \`&${name}\``, `write \`&${name}\` at the value that is meant`);
    return scalar(at, null);
  }
  const value = reading.anchors.get(node.source);
  if (value === undefined) {
    report(reading, READING.alias, at, `the alias \`*${name}\` stands inside its own anchor \`&${name}\`, so it would never end`, 'write the value out');
    return scalar(at, null);
  }
  return bounded(value, path, reading, at);
}

function readMap(node: YAMLMap, path: FindingPath, reading: Reading): Located {
  const own = new Map<string, LocatedEntry>();
  const merged: Located[] = [];
  for (const { key, value } of node.items) {
    const keyAt = offset(key ?? value ?? node);
    const name = keyText(key);
    if (name === undefined) {
      report(reading, READING.feature, keyAt, `${place(path)} must have keys that are text, got another kind of key`, 'write a plain word, a colon and the value');
      continue;
    }
    const below = [...path, name];
    const located = value === null ? scalar(keyAt, null) : read(value, below, reading);
    if (name === MERGE_KEY && isScalar(key) && key.type === 'PLAIN') {
      merged.push(...mergeSources(located, below, reading, keyAt));
      continue;
    }
    const earlier = own.get(name);
    if (name === '__proto__') {
      report(reading, STRUCTURE.forbiddenKey, keyAt, `${quotedPath(below)} is not allowed as a key`, 'remove it');
    } else if (earlier !== undefined) {
      report(reading, READING.duplicateKey, keyAt, `${quotedPath(below)} must stand once, and stands on line ${reading.lineOf(earlier.keyAt)} already`, 'remove one of the two');
    } else {
      own.set(name, { keyAt, value: located });
    }
  }
  return map(offset(node), withMerged(own, merged));
}

/** A merge key takes a mapping or a list of mappings. */
function mergeSources(value: Located, path: FindingPath, reading: Reading, at: number): readonly Located[] {
  const sources = value.type === 'list' ? value.items : [value];
  if (sources.every((source) => source.type === 'map')) return sources;
  report(reading, READING.feature, at, `${quotedPath(path)} must be a mapping, or a list of mappings, to be merged`, 'point it at an anchored mapping, such as `<<: *base`');
  return [];
}

/** A key's own value wins over merged ones, an earlier merged mapping over a later one. */
function withMerged(own: Map<string, LocatedEntry>, merged: readonly Located[]): Map<string, LocatedEntry> {
  for (const source of merged) {
    if (source.type !== 'map') continue;
    for (const [name, entry] of source.entries) if (!own.has(name)) own.set(name, entry);
  }
  return own;
}

function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === 'string') return key.value;
  return typeof key.value === 'number' || typeof key.value === 'boolean' ? (key.source ?? String(key.value)) : undefined;
}

/** Refuses what is too large or too deep, by replacing it, so that nothing around it grows either. */
function bounded(value: Located, path: FindingPath, reading: Reading, at = value.at): Located {
  if (value.size > MOST_VALUES) {
    report(reading, STRUCTURE.size, at, `${place(path)} goes beyond ${MOST_VALUES} values in one blueprint`, 'write one cache per blueprint, without aliases that multiply');
    return scalar(at, null);
  }
  if (path.length + value.depth > DEEPEST + 1) {
    report(reading, STRUCTURE.size, at, `${place(path)} is nested deeper than ${DEEPEST} levels`, 'write one cache per blueprint');
    return scalar(at, null);
  }
  return value;
}

function report(reading: Reading, kind: ReadingKind, at: number, message: string, remedy: string): void {
  reading.problems.push({ kind, at, message, remedy });
}

function place(path: FindingPath): string {
  return path.length === 0 ? 'the blueprint' : quotedPath(path);
}

function offset(node: unknown): number {
  return (node as { range?: readonly number[] | null }).range?.[0] ?? 0;
}
