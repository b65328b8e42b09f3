import { effectiveParameters } from '../blueprint/presets';
import type { ResolvedManagedBlueprint } from '../blueprint/resolve';
import { findParameter, parameterGroupFamily } from '../catalog';

/** The `maxmemory-policy` in force; undefined when the parameter group is managed elsewhere. */
export function evictionPolicyOf(resolved: ResolvedManagedBlueprint): string | undefined {
  if (resolved.parameterGroup !== undefined) return undefined;
  const family = parameterGroupFamily(resolved.engine, resolved.version);
  const byDefault = family === undefined ? undefined : findParameter(family, 'maxmemory-policy')?.default;
  return effectiveParameters(resolved)['maxmemory-policy'] ?? byDefault;
}
