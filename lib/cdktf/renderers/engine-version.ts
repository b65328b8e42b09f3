import type { ManagedCache } from '../../core/plan/nodes';
import { literal } from '../text';
import type { Lifecycle } from './topology';

/**
 * Who owns the engine version. While the service installs minor versions, Terraform must not hold the cache to an older one: the
 * provider takes a lower `engine_version` for a downgrade and replaces the cache. So it is told at creation only, and a run that
 * the blueprint wants to change it fails instead of doing nothing; without automatic upgrades Terraform changes it in place.
 *
 * Whether the service really changes a minor version by itself is told in two ways: the API reference speaks of campaigns that a
 * cache opts in to, the version page of upgrades that never occur automatically. This is safe in both cases.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/elasticache/engine_version.go
 */
export function versionLifecycleOf(node: ManagedCache): Lifecycle {
  return node.maintenance.autoMinorVersionUpgrade ? { ignoreChanges: ['engine_version'], postcondition: [runsPlannedVersionOrNewer(node)] } : {};
}

function runsPlannedVersionOrNewer(node: ManagedCache): { condition: string; errorMessage: string } {
  const running = 'split(".", self.engine_version_actual)';
  const [major, minor] = node.version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return {
    condition: `\${tonumber(${running}[0]) > ${major!} || (tonumber(${running}[0]) == ${major!} && tonumber(${running}[1]) >= ${minor ?? 0})}`,
    errorMessage:
      `${literal(node.cacheId)} runs \${self.engine_version_actual}, older than the planned ${node.version}. While AWS installs minor versions, Terraform leaves the version alone: ` +
      'state `maintenance.autoMinorVersionUpgrade: false` together with the new version, apply, then remove it again.',
  };
}
