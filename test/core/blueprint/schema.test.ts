import Ajv from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { blueprintSchema, fileSchema } from '../../../lib/core/blueprint/schema';
import type { JsonSchema } from '../../../lib/core/blueprint/schema';
import { checkAgainstSchema } from '../../../lib/core/rules/structure/schema-check';
import { TOKEN_KEYS } from '../../../lib/core/rules/structure/tokens';
import { generatedSchemaFiles } from '../../../scripts/generate-schema';
import { replicated, sharded } from '../rules/support';

const definitions = blueprintSchema.definitions ?? {};
const strict = { allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true, strictTypes: false };
const ofBlueprint = new Ajv(strict).compile(blueprintSchema);
const ofFile = new Ajv(strict).compile(fileSchema);

test.each(generatedSchemaFiles())('$file is up to date', ({ file, text }) => {
  expect(readFileSync(path.resolve(__dirname, '../../..', file), 'utf8')).toBe(text);
});

test('every key is described', () => {
  const silent = Object.entries(definitions).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties).filter(([key, { description }]) => key !== 'kind' && description === undefined).map(([key]) => `${name}.${key}`),
  );
  expect(silent).toEqual([]);
});

test('descriptions tell the default', () => {
  expect(definitions.BackupSpec?.properties?.window?.description).toBe(
    'Daily window, UTC, `hh:mm-hh:mm`, at least an hour, outside the maintenance window. Default: 03:00-04:00.',
  );
});

test('counts are whole numbers, percentages are not', () => {
  expect(definitions.ReplicatedBlueprint?.properties?.replicas?.type).toBe('integer');
  expect(definitions.ScalingSpec?.properties?.targetPercent?.type).toBe('number');
});

/** Paths of text below a definition, lists marked by `[]`, where the docstring says that a token may stand. */
function tokenKeys(schema: JsonSchema, at: string, silent: boolean): string[] {
  const referred = schema.$ref === undefined ? schema : { ...definitions[schema.$ref.replace('#/definitions/', '')], description: schema.description };
  const allowed = /\bmay be (?:a token|tokens)\b/.test(referred.description ?? '') || !silent;
  if (referred.properties !== undefined) {
    return Object.entries(referred.properties).flatMap(([key, property]) => tokenKeys(property, at === '' ? key : `${at}.${key}`, true));
  }
  if (referred.items !== undefined) return tokenKeys(referred.items, `${at}[]`, !allowed);
  return allowed ? [at] : [];
}

test('tokens are accepted where the docstrings say so', () => {
  const stated = ['ReplicatedBlueprint', 'ShardedBlueprint', 'SentinelBlueprint', 'ClusterBlueprint'].flatMap((name) => tokenKeys({ $ref: `#/definitions/${name}` }, '', true));
  const beyondDocstrings = ['tags.*', 'access.authTokenSecretArn'];
  expect([...new Set(stated)].sort()).toEqual(TOKEN_KEYS.filter((key) => !beyondDocstrings.includes(key)).sort());
});

test.each([
  ['a replicated blueprint', replicated],
  ['a sharded blueprint', sharded],
])('%s conforms to both schemas', (_, blueprint) => {
  expect([ofBlueprint(blueprint), ofFile(blueprint)]).toEqual([true, true]);
});

test('only the kind that is named is looked at', () => {
  ofBlueprint({ ...sharded, replicas: 1 });
  expect(ofBlueprint.errors?.filter(({ keyword }) => keyword === 'additionalProperties').map(({ params }) => params)).toEqual([{ additionalProperty: 'replicas' }]);
});

test('the schema uses only the keywords that the structure check reads', () => {
  const read = ['$ref', 'additionalProperties', 'const', 'description', 'enum', 'items', 'properties', 'required', 'type'];
  const keywords = (schema: JsonSchema): string[] => [
    ...Object.keys(schema),
    ...Object.values(schema.properties ?? {}).flatMap(keywords),
    ...(schema.items === undefined ? [] : keywords(schema.items)),
    ...(typeof schema.additionalProperties === 'object' ? keywords(schema.additionalProperties) : []),
  ];
  expect([...new Set(Object.values(definitions).flatMap(keywords))].sort()).toEqual(read);
});

test('the structure check accepts and refuses what a general validator does', () => {
  const keys = [...new Set(Object.values(definitions).flatMap(({ properties = {} }) => Object.keys(properties)))];
  const words = ['required', 'preferred', 'redis', 'valkey', 'production', 'queue', 'read', 'iam', 'memory', '0001'];
  const { anything } = fc.letrec((tie) => ({
    anything: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(...words, 0, 1, 1.5, -1, true, false, null, ''),
      fc.array(tie('anything'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys, 'unknown'), tie('anything'), { maxKeys: 4 }),
    ),
  }));
  const mutated = fc
    .tuple(fc.constantFrom<object>(replicated, sharded), fc.constantFrom(...keys), anything)
    .map(([blueprint, key, value]) => JSON.parse(JSON.stringify({ ...blueprint, [key]: value, kind: (blueprint as { kind: string }).kind })) as { kind: string });
  let accepted = 0;
  fc.assert(
    fc.property(mutated, (blueprint) => {
      const general = ofBlueprint(blueprint);
      if (general) accepted += 1;
      expect(checkAgainstSchema(blueprint, blueprint.kind).length === 0).toBe(general);
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(30);
});

describe('a file with overlays', () => {
  const { nodeType, ...base } = replicated;
  const environments = { staging: { nodeType, replicas: 1, network: { newVpc: { cidr: '10.0.0.0/16' } } }, production: { nodeType } };

  test('may leave out of the base what the overlays state', () => {
    expect(ofFile({ ...base, environments })).toBe(true);
    expect(ofFile(base)).toBe(false);
  });

  test('is checked inside the overlays', () => {
    expect(ofFile({ ...base, environments: { staging: { replica: 1 } } })).toBe(false);
    expect(ofFile({ ...base, environments: { staging: { replicas: 'two' } } })).toBe(false);
  });

  test('is no blueprint yet', () => {
    expect(ofBlueprint({ ...replicated, environments })).toBe(false);
  });
});
