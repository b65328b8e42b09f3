import { compareVersions } from '../catalog';
import type { EngineName } from '../catalog';

/** Engine and version that an access string is meant for. */
export interface AccessTarget {
  readonly engine: EngineName;
  readonly version: string;
}

/** Whether the target has everything that came with this engine version; Valkey continues the numbers of Redis. */
export function isAtLeast(target: AccessTarget, version: string): boolean {
  return compareVersions(target.version, version) >= 0;
}

/** Whether the target knows a piece of ACL syntax; an engine without a first version never does. */
export function speaks(target: AccessTarget, minimum: { readonly redis?: string; readonly valkey?: string }): boolean {
  const first = minimum[target.engine];
  return first !== undefined && isAtLeast(target, first);
}
