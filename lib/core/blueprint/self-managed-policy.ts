import { PRESETS } from './presets';
import type { ResolvedSelfManaged } from './resolve-self-managed';

/** Policy of an engine without a `maxmemory-policy` line. @see https://valkey.io/topics/lru-cache/ */
const ENGINE_DEFAULT = 'noeviction';

/** `maxmemory-policy` in force on a self-managed node: as stated, or the workload's. */
export function selfManagedPolicyName({ directives, workload }: Pick<ResolvedSelfManaged, 'directives' | 'workload'>): string {
  return String(directives['maxmemory-policy'] ?? PRESETS[workload]['maxmemory-policy']?.value ?? ENGINE_DEFAULT);
}
