import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { counted } from '../wording';

export const disposableWithBackups: Rule = {
  code: 'RB379',
  name: 'disposable-with-backups',
  severity: 'info',
  title: 'Automatic snapshots go with a disposable cache.',
  why: 'The service deletes automatic snapshots together with the cache, and without a final snapshot nothing is left.',
  source: PAGES.elasticache.backups,
  check: ({ blueprint, resolved: { backup, disposable } }) =>
    disposable && blueprint.backup?.retentionDays !== undefined && backup.retentionDays > 0
      ? [hit(['backup', 'retentionDays'], `keeps snapshots for ${counted(backup.retentionDays, 'day')}, but they are deleted with a disposable cache`, 'remove it, or remove `disposable`', backup.retentionDays)]
      : [],
};
