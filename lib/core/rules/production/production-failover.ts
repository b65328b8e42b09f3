import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const productionFailover: Rule = {
  code: 'RB422',
  name: 'production-failover',
  severity: 'warning',
  title: 'Production promotes a replica when the primary fails.',
  why: 'Without automatic failover somebody has to promote a replica by hand; Security Hub (ElastiCache.3) reports it.',
  source: PAGES.securityHub.elasticache,
  check: ({ resolved: { environment, kind, automaticFailover, multiAz, replicasPerShard } }) =>
    environment === 'production' && kind === 'replicated' && replicasPerShard > 0 && !automaticFailover && !multiAz
      ? [hit(['automaticFailover'], 'should be true in production, got false', 'remove it', false)]
      : [],
};
