import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { counted } from '../wording';
import { namedShards } from './named-shards';

export const replicaZones: Rule = {
  code: 'RB181',
  name: 'replica-zones',
  severity: 'error',
  title: 'A shard that places its replicas names one zone for each.',
  why: 'The service refuses a list of another length.',
  source: PAGES.elasticache.nodeGroupConfiguration,
  kinds: ['sharded'],
  check: (context) => {
    const replicas = context.resolved.replicasPerShard;
    return namedShards(context).flatMap((shard, index) =>
      shard.replicaZones === undefined || shard.replicaZones.length === replicas
        ? []
        : [hit(['shards', index, 'replicaZones'], `must name ${counted(replicas, 'zone')}, one for each replica, got ${shard.replicaZones.length}`, 'add or remove zones, or remove the list', shard.replicaZones.length)],
    );
  },
};
