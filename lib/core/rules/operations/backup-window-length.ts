import { LIMITS } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { counted } from '../wording';
import { parseDailyWindow } from './windows';

/** The service answers "Snapshot window must be at least 60 minutes", the length it wants of maintenance windows too. */
const shortest = LIMITS.elasticache.maintenanceWindowMinMinutes.value;

export const backupWindowLength: Rule = {
  code: 'RB373',
  name: 'backup-window-length',
  severity: 'error',
  title: 'The backup window is at least an hour long.',
  why: 'The service refuses shorter windows.',
  source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group#snapshot_window',
  check: ({ resolved: { backup } }) => {
    const window = parseDailyWindow(backup.window);
    return window === undefined || window.minutes >= shortest
      ? []
      : [hit(['backup', 'window'], `must be at least ${shortest} minutes long, got ${counted(window.minutes, 'minute')}`, 'end it later', backup.window)];
  },
};
