import { DEFAULTS } from '../../blueprint/defaults';
import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const productionBackups: Rule = {
  code: 'RB376',
  name: 'production-backups',
  severity: 'warning',
  title: 'Production keeps automatic snapshots.',
  why: 'After a wrong FLUSHALL or a lost shard there is nothing to restore; Security Hub (ElastiCache.1) rates it high.',
  source: PAGES.securityHub.elasticache,
  check: ({ resolved: { environment, backup } }) =>
    environment === 'production' && backup.retentionDays === 0
      ? [hit(['backup', 'retentionDays'], 'should be at least 1 in production, got 0', `remove it to keep ${DEFAULTS.backupRetentionDays.production} days`, 0)]
      : [],
};
