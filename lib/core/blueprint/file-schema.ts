/** The part of JSON Schema draft-07 that the blueprint's schema uses. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: { readonly [key: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly default?: unknown;
  readonly definitions?: { readonly [name: string]: JsonSchema };
}

const PREFIX = '#/definitions/';
const OVERLAY_SUFFIX = 'Overlay';

/**
 * Schema of a YAML file: the blueprint plus `environments`, a map of overlays that may state any part of it.
 * The key belongs to the loader, which merges the overlay away; a blueprint itself has no such key. Where a file
 * has overlays, they may state what the base leaves out, so nothing but `kind` and `name` is required of the base.
 */
export function fileSchemaOf(schema: JsonSchema): JsonSchema {
  const definitions = schema.definitions ?? {};
  const overlays = Object.entries(definitions).map(([name, definition]): [string, JsonSchema] => [
    name + OVERLAY_SUFFIX,
    partialOf(definition),
  ]);
  const files = Object.entries(definitions).map(([name, definition]): [string, JsonSchema] => [
    name,
    definition.properties?.kind === undefined ? definition : fileOf(name, definition),
  ]);
  return { ...schema, title: 'redis-blueprints file', definitions: { ...Object.fromEntries(files), ...Object.fromEntries(overlays) } };
}

function fileOf(name: string, definition: JsonSchema): JsonSchema {
  const environments: JsonSchema = {
    type: 'object',
    description: 'Overlays by name; each states what differs from the rest of the file in one environment.',
    additionalProperties: { $ref: `${PREFIX}${name}${OVERLAY_SUFFIX}` },
  };
  const { required, ...rest } = definition;
  return {
    ...rest,
    properties: { ...definition.properties, environments },
    required: ['kind', 'name'],
    anyOf: [{ required: ['environments'] }, { required }],
  };
}

function partialOf(schema: JsonSchema): JsonSchema {
  const { required: _required, ...rest } = schema;
  return {
    ...rest,
    ...(schema.$ref === undefined ? {} : { $ref: schema.$ref + OVERLAY_SUFFIX }),
    ...(schema.items === undefined ? {} : { items: schema.items }),
    ...(schema.properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, partialOf(value)])) }),
  };
}
