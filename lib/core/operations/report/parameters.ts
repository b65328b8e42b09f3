import { findNodeType } from '../../catalog';
import { presetChoices } from '../../blueprint/presets';
import { renderParameterValue } from '../../catalog';
import type { ManagedCache, ParameterGroup } from '../../plan/nodes';
import type { Plan } from '../../plan/plan';
import type { ParameterReport, PlanReport } from './shape';

/** Parameters that differ from the family's default, each with its reason. */
export function parametersOf(plan: Plan, cache: ManagedCache, group: ParameterGroup): PlanReport['parameters'] {
  const { family, source } = group;
  if (source.from === 'existing') return { group: source.name, family, managedHere: false, values: [] };
  const dataTiering = findNodeType(cache.nodeType)?.dataTiering ?? false;
  const preset = presetChoices(plan.workload, { engine: cache.engine, version: cache.version, family, dataTiering });
  const values = Object.entries(source.parameters).map(([name, value]): ParameterReport => {
    const choice = preset[name];
    if (choice !== undefined && renderParameterValue(choice.value) === value) return { name, value, reason: choice.reason };
    if (name === 'cluster-enabled') return { name, value, reason: 'a sharded cache runs in cluster mode' };
    return { name, value, reason: 'stated in the blueprint' };
  });
  return { group: source.name, family, managedHere: true, values };
}
