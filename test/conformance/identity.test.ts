import fc from 'fast-check';
import { managedCacheOf, plan } from '../../lib/core';
import type { ManagedBlueprint } from '../../lib/core';
import { INDIVIDUAL_MEMBERS_MAX } from '../../lib/core/monitoring';
import { arbitraryBlueprint, shuffled } from '../support/arbitrary-blueprint';
import { templateOf, terraformOf } from './backends';
import { hasErrors } from './random-blueprints';

/** Each run synthesizes four times. */
const OPTIONS = { numRuns: 12, interruptAfterTimeLimit: 100_000 };

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
    OPTIONS,
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
        expectOnlyRemovals(blueprint, after);
        expect(plan(after).nodes.some((node) => node.id === `user-${removed!.name}`)).toBe(false);
      },
    ),
    OPTIONS,
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
        expectOnlyRemovals(blueprint, after);
      },
    ),
    OPTIONS,
  );
}, 120_000);

/**
 * Alarms are left out where the smaller cache watches members one by one and the larger one in batches: they hold no
 * data, and one alarm cannot be both.
 */
function expectOnlyRemovals(before: ManagedBlueprint, after: ManagedBlueprint): void {
  const members = (blueprint: ManagedBlueprint): number => managedCacheOf(plan(blueprint)).members.length;
  const sameWatch = members(before) <= INDIVIDUAL_MEMBERS_MAX;
  const watched = (id: string): boolean => sameWatch || !/alarm|health/i.test(id);
  const known = identities(before);
  const now = identities(after);
  for (const backend of ['cloudFormation', 'terraform'] as const) {
    const earlier = new Set(known[backend]);
    expect(now[backend].filter((id) => watched(id) && !earlier.has(id))).toEqual([]);
  }
}
