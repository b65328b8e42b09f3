import { isSelfManaged, resolveBlueprint } from '../../core/blueprint/resolve';
import type { ResolvedSelfManagedBlueprint } from '../../core/blueprint/resolve-self-managed';
import { planBlueprint } from '../../core/plan/build';
import { DRILLS, type Drill, type EngineSpec } from '../../rehearsal';
import { managedEquivalent, MANAGED_DRILLS, type ExtraUser } from '../../rehearsal/managed';
import type { AcceptedBlueprint } from '../check';

/** What is rehearsed of a blueprint. */
export interface Subject {
  readonly resolved: ResolvedSelfManagedBlueprint;
  readonly kind: string;
  readonly name: string;
  readonly engine: Required<EngineSpec>;
  readonly drills: readonly Drill[];
  readonly extraUsers: readonly ExtraUser[];
  readonly differences: readonly string[];
  readonly limits: readonly string[];
}

const LOCAL_LIMITS = [
  'times between machines and zones: all hosts stand on this machine',
  'the instance\'s memory, disk and network: limits are rendered for it, the data of a drill is small',
  'the cloud around the nodes: replacement of instances, addresses, volumes, secrets, alarms',
];

/** A self-managed blueprint as it is; for a managed one, the nearest thing that runs on engines of one's own. */
export function subjectOf({ blueprint }: AcceptedBlueprint): Subject {
  const { name, kind } = blueprint;
  const resolved = resolveBlueprint(blueprint);
  if (isSelfManaged(resolved)) {
    const { engine, version } = resolved;
    return { resolved, kind, name, engine: { engine, version }, drills: DRILLS, extraUsers: [], differences: [], limits: LOCAL_LIMITS };
  }
  const equivalent = managedEquivalent(planBlueprint(blueprint));
  return { ...equivalent, kind, name, drills: MANAGED_DRILLS };
}
