import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { listed } from '../wording';
import { statedZones, subnetCount } from './subnets';

export const subnetsSpanZones: Rule = {
  code: 'RB322',
  name: 'subnets-span-zones',
  severity: 'error',
  title: 'Multi-AZ needs subnets in at least two zones.',
  why: 'The service refuses Multi-AZ when every subnet is in one zone, and without it one zone takes primary and replicas along.',
  source: PAGES.elasticache.autoFailover,
  check: ({ blueprint: { network }, resolved }) => {
    if (!resolved.multiAz || resolved.replicasPerShard < 1) return [];
    if (subnetCount(resolved) === 1) {
      const path = network.newVpc === undefined ? ['network', 'subnetIds'] : ['network', 'newVpc', 'availabilityZones'];
      return [hit(path, 'must span at least 2 zones for Multi-AZ, got 1 subnet', 'add a subnet in another zone, or set `multiAz: false`')];
    }
    const stated = statedZones(resolved);
    const distinct = [...new Set(stated?.zones)];
    return stated !== undefined && stated.zones.length > 1 && distinct.length === 1
      ? [hit(stated.path, `must span at least 2 zones for Multi-AZ, got only ${listed(distinct)}`, 'add a subnet in another zone, or set `multiAz: false`')]
      : [];
  },
};
