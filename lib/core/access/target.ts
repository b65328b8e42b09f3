import { compareVersions } from '../catalog';
import type { EngineName } from '../catalog';

/** Engine and version that an access string is meant for. */
export interface AccessTarget {
  readonly engine: EngineName;
  readonly version: string;
}

/**
 * What the ACL language of an engine version can say.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 * @see https://valkey.io/topics/acl/
 */
export interface AclLanguage {
  /** `&channel`, `resetchannels`. */
  readonly channels: boolean;
  /** `%R~pattern`, `%W~pattern`, `(selectors)`, and subcommands that can be withheld. */
  readonly keyPermissions: boolean;
}

/** What the target's ACL language can say. */
export function aclLanguage(target: AccessTarget): AclLanguage {
  return { channels: isAtLeast(target, '6.2'), keyPermissions: isAtLeast(target, '7.0') };
}

/** Whether the target has everything that came with this engine version; Valkey continues the numbers of Redis. */
export function isAtLeast(target: AccessTarget, version: string): boolean {
  return compareVersions(target.version, version) >= 0;
}
