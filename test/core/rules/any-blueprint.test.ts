import fc from 'fast-check';
import { blueprintSchema } from '../../../lib/core/blueprint/schema';
import type { JsonSchema } from '../../../lib/core/blueprint/schema';
import { formatFinding } from '../../../lib/core/finding';
import { validate } from '../../../lib/core/validate';

const definitions = blueprintSchema.definitions ?? {};

/** Text that rules read in earnest, beside text that nobody expects. */
const text = fc.oneof(
  fc.constantFrom('', 'sessions', 'default', 'cache.r7g.large', '8.1', '0001', '0-5460', '10.0.0.0/24', 'eu-central-1', 'eu-central-1a', 'vpc-1', 'sun:05:00-sun:06:00', '03:00-04:00', 'on ~* +@all', '@read', 'RB376'),
  fc.constantFrom('${Token[TOKEN.1]}', '(', '[', '*', '\\', '%R~', '-', '--', '/', '.', '\u202e', '\ud800', 'a'.repeat(300)),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const whole = fc.oneof(fc.constantFrom(-1, 0, 1, 2, 5, 6, 90, 500, 501, Number.MAX_SAFE_INTEGER), fc.integer());

/** Any value of the right shape. */
function shaped(schema: JsonSchema): fc.Arbitrary<unknown> {
  const resolved = schema.$ref === undefined ? schema : (definitions[schema.$ref.replace('#/definitions/', '')] ?? {});
  if (resolved.const !== undefined) return fc.constant(resolved.const);
  if (resolved.enum !== undefined) return fc.constantFrom(...resolved.enum);
  if (Array.isArray(resolved.type)) return fc.oneof(text, whole, fc.boolean());
  switch (resolved.type) {
    case 'string':
      return text;
    case 'integer':
      return whole;
    case 'number':
      return fc.oneof(whole, fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(shaped(resolved.items ?? {}), { maxLength: 4 });
    default:
      return mapping(resolved);
  }
}

function mapping({ properties, required = [], additionalProperties }: JsonSchema): fc.Arbitrary<unknown> {
  if (properties === undefined) return fc.dictionary(text, shaped(additionalProperties as JsonSchema), { maxKeys: 4 });
  const members = Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, shaped(property)]));
  return fc.record(members, { requiredKeys: [...required] });
}

test.each(['ReplicatedBlueprint', 'ShardedBlueprint', 'SentinelBlueprint', 'ClusterBlueprint'])('every rule comes to a verdict on any %s', (name) => {
  let judged = 0;
  fc.assert(
    fc.property(shaped({ $ref: `#/definitions/${name}` }), (blueprint) => {
      const findings = validate(blueprint);
      if (!findings.some(({ code }) => code === 'RB012')) judged += 1;
      expect(findings.filter(({ code }) => code === 'RB014').map(formatFinding)).toEqual([]);
      for (const { message, remedy } of findings) {
        expect(`${message}${remedy}`).not.toMatch(/undefined|\[object|\n/);
        expect(message.length).toBeLessThan(1500);
      }
    }),
    { numRuns: 200 },
  );
  expect(judged).toBeGreaterThan(50);
});

test.each([
  ['replicated', { replicas: 1e15 }, 'RB174'],
  ['sharded', { shardCount: 3, replicasPerShard: 1e15 }, 'RB174'],
  ['sharded', { shardCount: 1e15 }, 'RB176'],
  ['sharded', { shardScaling: { min: 1e15, max: 1e15 } }, 'RB470'],
])('a mistyped count of a %s cache is a finding, not an exhausted memory: %j', (kind, counts, code) => {
  const blueprint = { kind, name: 'sessions', nodeType: 'cache.r7g.large', network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'] }, ...counts };
  expect(validate(blueprint).map((finding) => finding.code)).toContain(code);
});
