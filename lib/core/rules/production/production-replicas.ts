import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const productionReplicas: Rule = {
  code: 'RB420',
  name: 'production-replicas',
  severity: 'warning',
  title: 'Every shard has a replica in production.',
  why: 'Without one, a failed node takes the data of its shard along, and every maintenance is an outage.',
  source: PAGES.elasticache.autoFailover,
  check: ({ resolved: { environment, kind, replicasPerShard } }) =>
    environment === 'production' && replicasPerShard === 0
      ? [hit([kind === 'replicated' ? 'replicas' : 'replicasPerShard'], 'should be at least 1 in production, got 0', 'remove it to get one replica', 0)]
      : [],
};
