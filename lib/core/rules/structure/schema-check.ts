import { blueprintSchema } from '../../blueprint/schema.generated';
import type { JsonSchema } from '../../blueprint/file-schema';
import type { Finding, FindingPath } from '../../finding';
import { closest } from '../closest';
import { kindOfValue, listed, printable, quotedPath, shown } from '../wording';
import { STRUCTURE } from './codes';
import { findingOf } from './finding-of';

/** Values whose text may be a secret when somebody mistook the key. */
const SECRETIVE = /secret|token|password/i;

const TYPE_NAMES: { readonly [type: string]: string } = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

const definitions = blueprintSchema.definitions ?? {};

const UNQUOTED: readonly string[] = ['number', 'integer', 'boolean'];

/** Kinds of blueprint and the definition of each, read from the schema. */
export const DEFINITIONS_BY_KIND: ReadonlyMap<string, string> = new Map(
  Object.entries(definitions).flatMap(([name, { properties }]) =>
    typeof properties?.kind?.const === 'string' ? [[properties.kind.const, name] as const] : [],
  ),
);

/**
 * Findings about the shape of plain data of a known kind: only that kind's definition is looked at.
 *
 * Reads the few keywords that the generated schema uses. A general validator spends a tenth of a second on compiling
 * the schema, in every process; the tests hold this one against such a validator.
 */
export function checkAgainstSchema(value: unknown, kind: string): readonly Finding[] {
  const definition = definitions[DEFINITIONS_BY_KIND.get(kind) ?? ''];
  return definition === undefined ? [] : check(value, definition, [], kind);
}

function check(value: unknown, schema: JsonSchema, path: FindingPath, kind: string): readonly Finding[] {
  const resolved = referred(schema);
  if (resolved.type !== undefined && !typesOf(resolved).some((type) => isOfType(value, type))) return [wrongType(path, value, typesOf(resolved))];
  if (resolved.const !== undefined && value !== resolved.const) return [notOnList(path, value, [resolved.const])];
  if (resolved.enum !== undefined && !resolved.enum.includes(value)) return [notOnList(path, value, resolved.enum)];
  if (Array.isArray(value)) return checkItems(value, resolved, path, kind);
  return typeof value === 'object' && value !== null ? checkKeys(value as Readonly<Record<string, unknown>>, resolved, path, kind) : [];
}

function checkItems(items: readonly unknown[], { items: schema }: JsonSchema, path: FindingPath, kind: string): readonly Finding[] {
  return schema === undefined ? [] : items.flatMap((item, index) => check(item, schema, [...path, index], kind));
}

function checkKeys(mapping: Readonly<Record<string, unknown>>, schema: JsonSchema, path: FindingPath, kind: string): readonly Finding[] {
  const properties = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(mapping, key)).map((key) => missingKey([...path, key], properties[key]));
  const present = Object.entries(mapping).flatMap(([key, value]) => {
    const property = Object.hasOwn(properties, key) ? properties[key] : schema.additionalProperties;
    if (property === false) return [unknownKey([...path, key], Object.keys(properties), kind)];
    return typeof property === 'object' ? check(value, property, [...path, key], kind) : [];
  });
  return [...missing, ...present];
}

function referred(schema: JsonSchema): JsonSchema {
  return schema.$ref === undefined ? schema : (definitions[schema.$ref.replace('#/definitions/', '')] ?? {});
}

function typesOf({ type }: JsonSchema): readonly string[] {
  return type === undefined ? [] : typeof type === 'string' ? [type] : type;
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function missingKey(path: FindingPath, property: JsonSchema | undefined): Finding {
  const text = property?.description ?? (property === undefined ? undefined : referred(property).description) ?? printable(String(path.at(-1)));
  const [sentence = text] = text.split(/\.(?:\s|$)/);
  return findingOf(STRUCTURE.missing, path, `${quotedPath(path)} is missing`, `add it: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`);
}

function unknownKey(path: FindingPath, known: readonly string[], kind: string): Finding {
  const key = String(path.at(-1));
  const meant = closest(key, known);
  const where = path.length === 1 ? `a ${kind} blueprint` : quotedPath(path.slice(0, -1));
  return findingOf(
    STRUCTURE.unknownKey,
    path,
    `${quotedPath(path)} is not a key of ${where}`,
    meant === undefined ? `remove it, or use one of ${listed([...known].sort())}` : `did you mean \`${meant}\`?`,
  );
}

function notOnList(path: FindingPath, got: unknown, allowed: readonly unknown[]): Finding {
  const meant = typeof got === 'string' ? closest(got, allowed.map(String)) : undefined;
  return findingOf(
    STRUCTURE.choice,
    path,
    `${quotedPath(path)} must be ${listed(allowed.map(String))}, got ${shown(got)}`,
    meant === undefined ? 'choose one of these' : `did you mean \`${meant}\`?`,
    got,
  );
}

function wrongType(path: FindingPath, got: unknown, types: readonly string[]): Finding {
  const names = listed(types.map((type) => TYPE_NAMES[type] ?? type));
  const secretive = path.some((step) => SECRETIVE.test(String(step)));
  return findingOf(
    STRUCTURE.type,
    path,
    `${quotedPath(path)} must be ${names}, got ${secretive ? kindOfValue(got) : described(got)}`,
    remedyFor(types, got),
  );
}

/** Words that other YAML readers take for true or false; YAML 1.2 reads them as text. */
function truthOf(text: string): boolean | undefined {
  if (/^(?:yes|on|y|true)$/i.test(text)) return true;
  return /^(?:no|off|n|false)$/i.test(text) ? false : undefined;
}

function described(got: unknown): string {
  return typeof got === 'string' ? `the text ${shown(got)}` : typeof got === 'number' ? `the number ${got}` : shown(got);
}

function remedyFor(types: readonly string[], got: unknown): string {
  if (got === null) return 'give it a value, or remove the key to get the default';
  if (types.includes('string') && (typeof got === 'number' || typeof got === 'boolean')) return `put it in quotes: "${String(got)}"`;
  if (types.includes('array') && typeof got !== 'object') return 'write it as a list, also when it has one item';
  if (types.includes('integer') && typeof got === 'number') return 'write a number without a fraction';
  if (typeof got === 'string' && /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(got)) return `write ${got}, without quotes`;
  const meant = typeof got === 'string' && types.includes('boolean') ? truthOf(got) : undefined;
  if (meant !== undefined) return `write ${meant}, without quotes`;
  const names = listed(types.map((type) => TYPE_NAMES[type] ?? type));
  return types.every((type) => UNQUOTED.includes(type)) && typeof got === 'string' ? `write ${names}, without quotes` : `write ${names}`;
}
