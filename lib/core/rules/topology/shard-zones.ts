import { PAGES } from '../../catalog';
import type { FindingPath } from '../../finding';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { listed } from '../wording';
import { namedShards } from './named-shards';

export const shardZones: Rule = {
  code: 'RB182',
  name: 'shard-zones',
  severity: 'error',
  title: 'Shards are placed in zones of the network.',
  why: 'A node stands in a subnet; without one in its zone the service refuses the placement.',
  source: PAGES.elasticache.nodeGroupConfiguration,
  kinds: ['sharded'],
  check: (context) => {
    const { newVpc, availabilityZones } = context.resolved.network;
    const zones = newVpc?.availabilityZones ?? availabilityZones;
    if (zones === undefined || zones.length === 0) return [];
    return namedShards(context).flatMap(({ primaryZone, replicaZones = [] }, index) => {
      const places: readonly (readonly [FindingPath, string])[] = [
        ...(primaryZone === undefined ? [] : [[['shards', index, 'primaryZone'], primaryZone] as const]),
        ...replicaZones.map((zone, at) => [['shards', index, 'replicaZones', at], zone] as const),
      ];
      return places.flatMap(([path, zone]) => (zones.includes(zone) ? [] : [hit(path, `must be a zone of the network (${listed(zones)}), got ${zone}`, 'choose one of these, or add a subnet there', zone)]));
    });
  },
};
