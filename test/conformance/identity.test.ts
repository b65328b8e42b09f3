import fc from 'fast-check';
import { plan } from '../../lib/core';
import type { ManagedBlueprint } from '../../lib/core';
import { arbitraryBlueprint, shuffled } from '../support/arbitrary-blueprint';
import { templateOf, terraformOf } from './backends';
import { hasErrors } from './random-blueprints';

/** Each run synthesizes four times. */
const RUNS = 30;

/** Identity of everything that will exist, on both backends. */
function identities(blueprint: ManagedBlueprint): { cloudFormation: string[]; terraform: string[] } {
  return {
    cloudFormation: Object.keys(templateOf(blueprint).Resources).sort(),
    terraform: Object.entries(terraformOf(blueprint).resource).flatMap(([type, resources]) => Object.keys(resources).map((name) => `${type}.${name}`)).sort(),
  };
}

test('the order of lists changes no identity and no fact', () => {
  fc.assert(
    fc.property(
      arbitraryBlueprint.filter((blueprint) => !hasErrors(blueprint)).chain((blueprint) => fc.tuple(fc.constant(blueprint), shuffled(blueprint))),
      ([blueprint, reordered]) => {
        expect(identities(reordered)).toEqual(identities(blueprint));
      },
    ),
    { numRuns: RUNS },
  );
}, 120_000);

test('removing a user changes no other identity', () => {
  fc.assert(
    fc.property(
      arbitraryBlueprint.filter((blueprint) => (blueprint.access?.users?.length ?? 0) > 1 && !hasErrors(blueprint)),
      (blueprint) => {
        const [removed, ...users] = blueprint.access!.users!;
        const after = { ...blueprint, access: { ...blueprint.access, users } };
        fc.pre(!hasErrors(after));
        expectOnlyRemovals(identities(blueprint), identities(after));
        expect(plan(after).nodes.some((node) => node.id === `user-${removed!.name}`)).toBe(false);
      },
    ),
    { numRuns: RUNS },
  );
}, 120_000);

test('removing a named shard changes no other identity', () => {
  fc.assert(
    fc.property(
      arbitraryBlueprint.filter((blueprint) => blueprint.kind === 'sharded' && (blueprint.shards?.length ?? 0) > 1 && !hasErrors(blueprint)),
      (blueprint) => {
        if (blueprint.kind !== 'sharded') return;
        const after: ManagedBlueprint = { ...blueprint, shards: blueprint.shards!.slice(1) };
        fc.pre(!hasErrors(after));
        expectOnlyRemovals(identities(blueprint), identities(after));
      },
    ),
    { numRuns: RUNS },
  );
}, 120_000);

function expectOnlyRemovals(before: ReturnType<typeof identities>, after: ReturnType<typeof identities>): void {
  for (const backend of ['cloudFormation', 'terraform'] as const) {
    const known = new Set(before[backend]);
    expect(after[backend].filter((id) => !known.has(id))).toEqual([]);
  }
}
