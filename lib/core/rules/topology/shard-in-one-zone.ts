import { hit } from '../hit';
import type { Rule } from '../rule';
import { namedShards } from './named-shards';

export const shardInOneZone: Rule = {
  code: 'RB183',
  name: 'shard-in-one-zone',
  severity: 'error',
  title: 'With Multi-AZ, a shard that places its nodes uses more than one zone.',
  why: 'When the zone fails, primary and replicas fail with it; the service refuses the placement with Multi-AZ.',
  source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
  kinds: ['sharded'],
  check: (context) => {
    if (!context.resolved.multiAz) return [];
    return namedShards(context).flatMap(({ primaryZone, replicaZones = [] }, index) =>
      primaryZone !== undefined && replicaZones.length > 0 && replicaZones.every((zone) => zone === primaryZone)
        ? [hit(['shards', index, 'replicaZones'], `must name a zone other than the primary's with Multi-AZ, got ${primaryZone} alone`, 'place a replica in another zone', replicaZones)]
        : [],
    );
  },
};
