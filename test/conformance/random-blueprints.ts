import fc from 'fast-check';
import { BlueprintError, plan, validate } from '../../lib/core';
import type { ManagedBlueprint } from '../../lib/core';
import { arbitraryBlueprint } from '../support/arbitrary-blueprint';
import type { CacheFacts } from './facts';
import { factsOfPlan } from './plan-facts';

/** 1,000 for each backend with `npm run test:random`, as CI does; fewer where somebody waits. The seed in a failure message repeats a run. */
const RUNS = Number(process.env.RANDOM_BLUEPRINTS ?? 200);

/** Shrinking a failure would otherwise go on for many minutes. */
const TIME_LIMIT_MS = 270_000;

export const hasErrors = (blueprint: ManagedBlueprint): boolean => validate(blueprint).some((finding) => finding.severity === 'error');

/** Accepted blueprints synthesize and state the facts of the plan; rejected ones give findings and no other exception. */
export function holdsForRandomBlueprints(factsOf: (blueprint: ManagedBlueprint) => CacheFacts): void {
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
      expect(factsOf(blueprint)).toEqual(factsOfPlan(plan(blueprint)));
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: TIME_LIMIT_MS, markInterruptAsFailure: true },
  );
  // A generator that drifts to one side would prove nothing.
  expect(accepted).toBeGreaterThan(RUNS / 2);
  expect(refused).toBeGreaterThan(RUNS / 100);
}
