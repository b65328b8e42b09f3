import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const sentinelPlacement: SelfManagedRule = {
  code: 'RB501',
  name: 'sentinel-placement',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Sentinels on data nodes have a data node each.',
  why: 'Two Sentinels on one machine fail together, so they count as one; with fewer machines than Sentinels some would never be made.',
  source: 'https://valkey.io/topics/sentinel/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'sentinel' || resolved.sentinels.placement !== 'data-nodes') return [];
    const nodes = resolved.replicas + 1;
    const { count } = resolved.sentinels;
    return nodes >= count ? [] : [hit(['sentinels', 'placement'], `must be own-nodes for ${count} sentinels beside ${nodes} data nodes, got data-nodes`, 'remove it, or add replicas', 'data-nodes')];
  },
};
