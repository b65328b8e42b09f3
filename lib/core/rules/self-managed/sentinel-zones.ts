import { majorityOf } from '../../blueprint/resolve-self-managed';
import { shown } from '../wording';
import { mostInOneZone } from './in-one-zone';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const sentinelZones: SelfManagedRule = {
  code: 'RB509',
  name: 'sentinel-zones',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'No zone holds a majority of the Sentinels.',
  why: 'When that zone fails, so does the majority: the primary in another zone cannot be replaced, also when it fails by itself.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
  check: ({ resolved }) => {
    if (resolved.kind !== 'sentinel') return [];
    const crowded = mostInOneZone(resolved.nodes.filter(({ duty }) => duty !== 'data'));
    if (crowded === undefined || crowded.count < majorityOf(resolved.sentinels.count)) return [];
    const found = hit(['network', 'subnets'], `must leave no zone with a majority of the sentinels, got ${crowded.count} of ${resolved.sentinels.count} in ${shown(crowded.zone)}`, 'add subnets in further zones, three in all');
    return [resolved.environment === 'production' ? found : { ...found, severity: 'warning' }];
  },
};
