import { majorityOf } from '../../blueprint/resolve-self-managed';
import { shown } from '../wording';
import { mostInOneZone } from './in-one-zone';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** So that losing one leaves a majority in the others. */
const ENOUGH_ZONES = 3;

export const primaryZones: SelfManagedRule = {
  code: 'RB510',
  name: 'primary-zones',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'No zone holds a majority of the primaries of a cluster.',
  why: 'Failovers are voted on by primaries: when that zone fails, no shard gets a new primary and the cluster stays down.',
  source: 'https://valkey.io/topics/cluster-spec/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'cluster' || resolved.shards.length === 0) return [];
    const crowded = mostInOneZone(resolved.nodes.filter(({ ordinal }) => ordinal === 1));
    if (crowded === undefined || crowded.count < majorityOf(resolved.shards.length)) return [];
    const found = hit(['network', 'subnets'], `must leave no zone with a majority of the primaries, got ${crowded.count} of ${resolved.shards.length} in ${shown(crowded.zone)}`, 'add subnets in further zones, three in all, and number the shards in a row');
    // With zones enough it is the names' doing: removing a shard must stay possible, and roles move with every failover.
    const fewZones = new Set(resolved.network.subnets.map(({ availabilityZone }) => availabilityZone)).size < ENOUGH_ZONES;
    return [resolved.environment === 'production' && fewZones ? found : { ...found, severity: 'warning' }];
  },
};
