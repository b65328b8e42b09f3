import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const shardedNeedsFailover: Rule = {
  code: 'RB173',
  name: 'sharded-needs-failover',
  severity: 'error',
  title: 'A sharded cache has automatic failover.',
  why: 'The service refuses cluster mode without it, also when there are no replicas.',
  source: PAGES.elasticache.createReplicationGroup,
  kinds: ['sharded'],
  check: ({ resolved: { automaticFailover } }) =>
    automaticFailover ? [] : [hit(['automaticFailover'], 'must be true for a sharded cache, got false', 'remove it', false)],
};
