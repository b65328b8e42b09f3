import fc from 'fast-check';
import { BlueprintError, plan, validate } from '../../lib/core';
import type { ManagedBlueprint, Plan } from '../../lib/core';
import { arbitraryBlueprint, shuffled } from '../support/arbitrary-blueprint';
import { templateOf, terraformOf } from './backends';
import { factsOfPlan } from './plan-facts';
import { factsOfTemplate } from './template-facts';
import { factsOfTerraform } from './terraform-facts';

/** At least 1,000 in every run, as the project promises; a seed in the failure message repeats it. */
const RUNS = 1000;

const hasErrors = (blueprint: ManagedBlueprint): boolean => validate(blueprint).some((finding) => finding.severity === 'error');

/** Identity of everything that will exist, on both backends. */
function identities(blueprint: ManagedBlueprint): { cloudFormation: string[]; terraform: string[] } {
  return {
    cloudFormation: Object.keys(templateOf(blueprint).Resources).sort(),
    terraform: Object.entries(terraformOf(blueprint).resource).flatMap(([type, resources]) => Object.keys(resources).map((name) => `${type}.${name}`)).sort(),
  };
}

test('accepted blueprints synthesize on both backends and state the facts of the plan; rejected ones give findings', () => {
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(arbitraryBlueprint, (blueprint) => {
      if (hasErrors(blueprint)) {
        refused += 1;
        expect(() => plan(blueprint)).toThrow(BlueprintError);
        return;
      }
      accepted += 1;
      const facts = factsOfPlan(plan(blueprint));
      expect(factsOfTemplate(templateOf(blueprint))).toEqual(facts);
      expect(factsOfTerraform(terraformOf(blueprint))).toEqual(facts);
    }),
    { numRuns: RUNS },
  );
  // A generator that drifts into one side would prove nothing.
  expect(accepted).toBeGreaterThan(RUNS / 2);
  expect(refused).toBeGreaterThan(RUNS / 50);
}, 240_000);

test('the order of lists changes no identity and no fact', () => {
  fc.assert(
    fc.property(
      arbitraryBlueprint.filter((blueprint) => !hasErrors(blueprint)).chain((blueprint) => fc.tuple(fc.constant(blueprint), shuffled(blueprint))),
      ([blueprint, reordered]) => {
        expect(identities(reordered)).toEqual(identities(blueprint));
      },
    ),
    { numRuns: 60 },
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
        expect(alarmsOf(plan(after))).toEqual(alarmsOf(plan(blueprint)).filter((id) => alarmsOf(plan(after)).includes(id)));
        expect(plan(after).nodes.some((node) => node.id === `user-${removed!.name}`)).toBe(false);
      },
    ),
    { numRuns: 60 },
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
    { numRuns: 60 },
  );
}, 120_000);

function alarmsOf(of: Plan): string[] {
  return of.nodes.filter((node) => node.kind === 'alarm').map((node) => node.id);
}

function expectOnlyRemovals(before: ReturnType<typeof identities>, after: ReturnType<typeof identities>): void {
  for (const backend of ['cloudFormation', 'terraform'] as const) {
    const known = new Set(before[backend]);
    expect(after[backend].filter((id) => !known.has(id))).toEqual([]);
  }
}
