import Ajv from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
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

/** Kinds of blueprint and the definition of each, read from the schema. */
export const DEFINITIONS_BY_KIND: ReadonlyMap<string, string> = new Map(
  Object.entries(blueprintSchema.definitions ?? {}).flatMap(([name, { properties }]) =>
    typeof properties?.kind?.const === 'string' ? [[properties.kind.const, name] as const] : [],
  ),
);

const SCHEMA_ID = 'blueprint';
const compiled = new Map<string, ValidateFunction>();
let ajv: Ajv | undefined;

/** Checking the schema itself costs more than all else here; a test does it instead. */
function compiler(): Ajv {
  if (ajv === undefined) {
    ajv = new Ajv({ allErrors: true, verbose: true, ownProperties: true, allowUnionTypes: true, validateSchema: false, meta: false });
    const { $schema: _metaSchema, ...schema } = blueprintSchema;
    ajv.addSchema(schema, SCHEMA_ID);
  }
  return ajv;
}

/** Findings about the shape of plain data of a known kind: only that kind's definition is looked at. */
export function checkAgainstSchema(value: unknown, kind: string): readonly Finding[] {
  const check = validatorOf(kind);
  if (check(value)) return [];
  return (check.errors ?? []).flatMap((error) => findingsFor(error, value, kind));
}

function validatorOf(kind: string): ValidateFunction {
  const known = compiled.get(kind);
  if (known !== undefined) return known;
  const made = compiler().compile({ $ref: `${SCHEMA_ID}#/definitions/${DEFINITIONS_BY_KIND.get(kind)}` });
  compiled.set(kind, made);
  return made;
}

function findingsFor(error: ErrorObject, root: unknown, kind: string): readonly Finding[] {
  const path = pathOf(error.instancePath, root);
  switch (error.keyword) {
    case 'additionalProperties':
      return [unknownKey([...path, String(error.params.additionalProperty)], Object.keys((error.parentSchema as JsonSchema).properties ?? {}), kind)];
    case 'required': {
      const below = [...path, String(error.params.missingProperty)];
      return [findingOf(STRUCTURE.missing, below, `${quotedPath(below)} is missing`, `add it: ${describe(error.parentSchema, String(error.params.missingProperty))}`)];
    }
    case 'enum':
    case 'const':
      return [notOnList(path, error.data, error.keyword === 'enum' ? (error.schema as readonly unknown[]) : [error.schema])];
    case 'type':
      return [wrongType(path, error.data, error.schema as string | readonly string[])];
    default:
      return [findingOf(STRUCTURE.schema, path, `${quotedPath(path)} ${error.message ?? 'does not conform to the schema'}`, 'see docs/blueprint.schema.json')];
  }
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

function wrongType(path: FindingPath, got: unknown, expected: string | readonly string[]): Finding {
  const types = typeof expected === 'string' ? [expected] : expected;
  const names = listed(types.map((type) => TYPE_NAMES[type] ?? type));
  const secretive = path.some((step) => SECRETIVE.test(String(step)));
  return findingOf(
    STRUCTURE.type,
    path,
    `${quotedPath(path)} must be ${names}, got ${secretive ? kindOfValue(got) : described(got)}`,
    remedyFor(types, got),
  );
}

function described(got: unknown): string {
  return typeof got === 'string' ? `the text ${shown(got)}` : typeof got === 'number' ? `the number ${got}` : shown(got);
}

function remedyFor(types: readonly string[], got: unknown): string {
  if (got === null) return 'give it a value, or remove the key to get the default';
  if (types.includes('string') && (typeof got === 'number' || typeof got === 'boolean')) return `put it in quotes: "${String(got)}"`;
  if (types.includes('array') && typeof got !== 'object') return 'write it as a list, also when it has one item';
  if (types.includes('integer') && typeof got === 'number') return 'write a number without a fraction';
  if (typeof got === 'string' && /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(got)) return 'remove the quotes';
  return 'see the key in docs/blueprint.schema.json';
}

function describe(schema: unknown, key: string): string {
  const property = (schema as JsonSchema | undefined)?.properties?.[key];
  const referred = property?.$ref?.replace('#/definitions/', '') ?? '';
  const text = property?.description ?? blueprintSchema.definitions?.[referred]?.description ?? printable(key);
  const [sentence = text] = text.split(/\.(?:\s|$)/);
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** Ajv writes paths as JSON pointers; list positions become numbers again by looking at the data. */
function pathOf(pointer: string, root: unknown): FindingPath {
  const path: (string | number)[] = [];
  let value: unknown = root;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(key) : key);
    value = (value as Record<string, unknown> | undefined)?.[key];
  }
  return path;
}
