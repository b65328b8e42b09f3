import type { Blueprint } from '../blueprint';
import { resolveBlueprint } from '../blueprint/resolve';
import type { ResolvedBlueprint } from '../blueprint/resolve';
import { BlueprintError } from '../finding';
import { monitoringOf } from '../monitoring';
import { validate } from '../validate';
import { planAccess } from './access';
import { assumptionsOf } from './assumptions';
import { planCache, planParameterGroup, planScaling } from './cache';
import { planKey, planLogGroups, planTopic } from './foundation';
import { NODE_IDS } from './ids';
import { membersOf } from './members';
import { planNetwork } from './network';
import type { PlanNode } from './nodes';
import { planOutputs } from './outputs';
import type { Plan } from './plan';

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
    nodes: planNodes(resolved),
    findings,
    assumptions: assumptionsOf(resolved),
  };
}

function planNodes(resolved: ResolvedBlueprint): PlanNode[] {
  const { network, firewall, subnetGroup } = planNetwork(resolved);
  const { users, group, access } = planAccess(resolved);
  const parameterGroup = planParameterGroup(resolved);
  const cache = planCache(resolved, access, parameterGroup);
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
    planTopic(resolved),
    cache,
    ...(resolved.kind === 'sharded' ? planScaling(resolved) : []),
    ...alarms,
    ...composites,
    ...(dashboard ? [dashboard] : []),
    ...planOutputs(cache, users),
  ];
}
