import type { Blueprint } from '../../blueprint';
import type { Finding, FindingPath } from '../../finding';
import { closest } from '../closest';
import { kindOfValue, listed, shown } from '../wording';
import { STRUCTURE } from './codes';
import { findingOf } from './finding-of';
import { plainCopy } from './plain-copy';
import { checkAgainstSchema, DEFINITIONS_BY_KIND } from './schema-check';

export { STRUCTURE } from './codes';
export type { FindingKind } from './codes';

/** What the shape of a value says. */
export interface StructureResult {
  readonly findings: readonly Finding[];
  /** Plain copy of the right shape, without unknown keys; absent when rules could not read it. */
  readonly blueprint?: Blueprint;
}

/** Looks at the shape of any value whatsoever; never throws. */
export function checkStructure(value: unknown): StructureResult {
  const copy = plainCopy(value);
  const incomplete = copy.findings.some(({ code }) => code === STRUCTURE.size.code);
  const findings = incomplete ? copy.findings : [...copy.findings, ...shapeFindings(copy.value, copy.findings)];
  const blocking = findings.filter(({ code }) => code !== STRUCTURE.unknownKey.code);
  if (blocking.length > 0) return { findings: [...findings, skippedBecauseOf(blocking)] };
  const unknownKeys = findings.map(({ path }) => path);
  return { findings, blueprint: without(copy.value, unknownKeys) as Blueprint };
}

function shapeFindings(value: unknown, earlier: readonly Finding[]): readonly Finding[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (earlier.some(({ path }) => path.length === 0)) return [];
    return [findingOf(STRUCTURE.mapping, [], `the blueprint must be a mapping of keys to values, got ${kindOfValue(value)}`, 'begin with a line such as `kind: replicated`')];
  }
  const kind = (value as { readonly kind?: unknown }).kind;
  const reported = new Set(earlier.map(({ path }) => JSON.stringify(path)));
  const unreported = ({ path }: Finding): boolean => !reported.has(JSON.stringify(path));
  if (typeof kind !== 'string' || !DEFINITIONS_BY_KIND.has(kind)) return [wrongKind(kind)].filter(unreported);
  return checkAgainstSchema(value, kind).filter(unreported);
}

function wrongKind(kind: unknown): Finding {
  const kinds = [...DEFINITIONS_BY_KIND.keys()];
  const meant = typeof kind === 'string' ? closest(kind, kinds) : undefined;
  return findingOf(
    STRUCTURE.kind,
    ['kind'],
    `\`kind\` must be ${listed(kinds)}, got ${shown(kind)}`,
    meant === undefined ? `add \`kind: ${kinds[0]}\` for one shard or \`kind: ${kinds[1]}\` for several` : `did you mean \`${meant}\`?`,
  );
}

function skippedBecauseOf(blocking: readonly Finding[]): Finding {
  const errors = blocking.length === 1 ? 'an error' : `${blocking.length} errors`;
  return findingOf(STRUCTURE.skipped, [], `the rules were not run, because the shape of the blueprint has ${errors}`, 'correct the shape and validate again');
}

/** The data without the values at some paths; lists are never shortened, since unknown keys only stand in mappings. */
function without(value: unknown, paths: readonly FindingPath[]): unknown {
  if (paths.length === 0) return value;
  const hidden = new Set(paths.map((path) => JSON.stringify(path)));
  const copy = (part: unknown, path: FindingPath): unknown => {
    if (Array.isArray(part)) return part.map((item, index) => copy(item, [...path, index]));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([key]) => !hidden.has(JSON.stringify([...path, key])))
        .map(([key, member]) => [key, copy(member, [...path, key])]),
    );
  };
  return copy(value, []);
}
