import { effectiveParameters } from '../../blueprint/presets';
import { selfManagedPolicyName } from '../../blueprint/self-managed-policy';
import { findEvictionPolicy, findParameter, parameterGroupFamily } from '../../catalog';
import type { EvictionPolicy } from '../../catalog';
import type { FindingPath } from '../../finding';
import type { AnyContext } from '../rule';

export const POLICY_PATH: FindingPath = ['parameters', 'maxmemory-policy'];

/** Where a blueprint of either sort states the policy. */
export function policyPathOf({ resolved }: AnyContext): FindingPath {
  return 'directives' in resolved ? ['directives', 'maxmemory-policy'] : POLICY_PATH;
}

/** The eviction policy that the cache ends up with; undefined with an existing group, whose values nobody knows here. */
export function eventualPolicy({ resolved }: AnyContext): EvictionPolicy | undefined {
  if ('directives' in resolved) return findEvictionPolicy(selfManagedPolicyName(resolved));
  const family = parameterGroupFamily(resolved.engine, resolved.version);
  if (resolved.parameterGroup !== undefined || family === undefined) return undefined;
  const name = effectiveParameters(resolved)['maxmemory-policy'] ?? findParameter(family, 'maxmemory-policy')?.default;
  return name === undefined ? undefined : findEvictionPolicy(name);
}
