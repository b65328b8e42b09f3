import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const productionMultiAz: Rule = {
  code: 'RB421',
  name: 'production-multi-az',
  severity: 'warning',
  title: 'Production is spread over zones.',
  why: 'Without Multi-AZ primary and replicas may share a zone, and its failure takes all of them.',
  source: PAGES.elasticache.autoFailover,
  check: ({ resolved: { environment, multiAz, replicasPerShard } }) =>
    environment === 'production' && replicasPerShard > 0 && !multiAz ? [hit(['multiAz'], 'should be true in production, got false', 'remove it', false)] : [],
};
