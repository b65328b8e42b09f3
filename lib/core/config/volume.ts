import type { ResolvedNode, ResolvedSelfManaged } from '../blueprint/resolve-self-managed';
import { SELF_MANAGED_DEFAULTS } from '../blueprint/self-managed-defaults';
import { instanceOf } from './memory-budget';

/** Size of a data node's volume in GiB: as stated, or room for the dataset, its rewritten append-only file and a snapshot beside each other. */
export function volumeSizeGiB(resolved: Pick<ResolvedSelfManaged, 'dataVolume' | 'instanceType'>, node?: Pick<ResolvedNode, 'duty'>): number {
  const { minimumGiB, memoryMultiple, sentinelGiB } = SELF_MANAGED_DEFAULTS.volume;
  if (node?.duty === 'sentinel') return sentinelGiB;
  return resolved.dataVolume.sizeGiB ?? Math.max(minimumGiB, Math.ceil(instanceOf(resolved).memoryGiB * memoryMultiple));
}
