import { LIMITS } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

const longest = LIMITS.elasticache.snapshotRetentionDays;

export const backupRetentionRange: Rule = {
  code: 'RB375',
  name: 'backup-retention-range',
  severity: 'error',
  title: 'Snapshots are kept for a number of days that the service offers.',
  why: 'Template checks pass 99, and the service refuses it while the cache is created.',
  source: longest.source,
  check: ({ resolved: { backup } }) =>
    backup.retentionDays >= 0 && backup.retentionDays <= longest.value
      ? []
      : [hit(['backup', 'retentionDays'], `must be from 0 to ${longest.value}, got ${backup.retentionDays}`, backup.retentionDays < 0 ? 'write 0 to keep none' : 'export snapshots to S3 to keep them longer', backup.retentionDays)],
};
