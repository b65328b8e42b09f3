import type { Blueprint } from '../blueprint';
import { isSelfManaged, resolveBlueprint } from '../blueprint/resolve';
import type { ResolvedManagedBlueprint } from '../blueprint/resolve';
import { BlueprintError } from '../finding';
import { monitoringOf } from '../monitoring';
import { validate } from '../validate';
import { planAccess } from './access';
import { assumptionsOf } from './assumptions';
import { planCache, planParameterGroup, planScaling } from './cache';
import { planKey, planLogGroups, planNotificationTopic, planEventsTopic } from './foundation';
import { NODE_IDS } from './ids';
import { membersOf } from './members';
import { planNetwork } from './network';
import type { PlanNode } from './nodes';
import { planOutputs } from './outputs';
import type { Plan } from './plan';
import { selfManagedAssumptions } from './self-managed/assumptions';
import { planSelfManagedNodes } from './self-managed/build';

/** Tags that every resource carries beside the user's, so that costs and owners can be found. */
const OWN_TAGS = { blueprint: 'redis-blueprints:blueprint', environment: 'redis-blueprints:environment' } as const;

/**
 * Turns a blueprint into a plan. Pure and deterministic: the same blueprint always gives the same plan.
 * @throws BlueprintError listing every error-level finding, when there is one.
 */
export function planBlueprint(blueprint: Blueprint): Plan {
  const findings = validate(blueprint);
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0) throw new BlueprintError(String((blueprint as Partial<Blueprint> | undefined)?.name), errors);
  const resolved = resolveBlueprint(blueprint);
  return {
    schemaVersion: 1,
    id: resolved.cacheId,
    name: resolved.name,
    kind: resolved.kind,
    environment: resolved.environment,
    workload: resolved.workload,
    ...(resolved.region === undefined ? {} : { region: resolved.region }),
    tags: { [OWN_TAGS.blueprint]: resolved.name, [OWN_TAGS.environment]: resolved.environment, ...resolved.tags },
    nodes: isSelfManaged(resolved) ? planSelfManagedNodes(resolved) : planManagedNodes(resolved),
    findings,
    assumptions: isSelfManaged(resolved) ? selfManagedAssumptions(resolved) : assumptionsOf(resolved),
  };
}

function planManagedNodes(resolved: ResolvedManagedBlueprint): PlanNode[] {
  const { network, firewall, subnetGroup } = planNetwork(resolved);
  const { users, group, access } = planAccess(resolved);
  const parameterGroup = planParameterGroup(resolved);
  const cache = planCache(resolved, access, parameterGroup);
  const eventsTopic = planEventsTopic(resolved);
  const topics = [planNotificationTopic(resolved), ...(eventsTopic ? [eventsTopic] : [])];
  const { alarms, composites, dashboard } = monitoringOf({ resolved, members: membersOf(resolved), topic: NODE_IDS.topic });
  return [
    planKey(resolved),
    ...planLogGroups(resolved),
    network,
    firewall,
    subnetGroup,
    parameterGroup,
    ...users,
    ...(group ? [group] : []),
    ...topics,
    cache,
    ...(resolved.kind === 'sharded' ? planScaling(resolved) : []),
    ...alarms,
    ...composites,
    ...(dashboard ? [dashboard] : []),
    ...planOutputs({ cache, users, network, topics }),
  ];
}
