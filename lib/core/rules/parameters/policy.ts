import { effectiveParameters } from '../../blueprint/presets';
import { findEvictionPolicy, findParameter, parameterGroupFamily } from '../../catalog';
import type { EvictionPolicy } from '../../catalog';
import type { FindingPath } from '../../finding';
import type { RuleContext } from '../rule';

export const POLICY_PATH: FindingPath = ['parameters', 'maxmemory-policy'];

/** The eviction policy that the cache's own group ends up with; undefined with an existing group, whose values nobody knows here. */
export function eventualPolicy({ resolved }: RuleContext): EvictionPolicy | undefined {
  const family = parameterGroupFamily(resolved.engine, resolved.version);
  if (resolved.parameterGroup !== undefined || family === undefined) return undefined;
  const name = effectiveParameters(resolved)['maxmemory-policy'] ?? findParameter(family, 'maxmemory-policy')?.default;
  return name === undefined ? undefined : findEvictionPolicy(name);
}
