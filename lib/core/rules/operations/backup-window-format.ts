import { DEFAULTS } from '../../blueprint/defaults';
import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';
import { parseDailyWindow } from './windows';

export const backupWindowFormat: Rule = {
  code: 'RB372',
  name: 'backup-window-format',
  severity: 'error',
  title: 'The backup window is written `hh:mm-hh:mm`, in UTC.',
  why: 'Template checks pass any text here, and the service refuses it while the cache is created.',
  source: PAGES.elasticache.createReplicationGroup,
  check: ({ resolved: { backup } }) =>
    parseDailyWindow(backup.window) === undefined
      ? [hit(['backup', 'window'], `must be written hh:mm-hh:mm, got ${shown(backup.window)}`, `write it like ${DEFAULTS.backupWindow}`, backup.window)]
      : [],
};
