import type { Rule } from '../rule';
import { hit } from '../hit';
import { parseDailyWindow, parseWeeklyWindow, windowsOverlap } from './windows';

export const windowsOverlapRule: Rule = {
  code: 'RB374',
  name: 'windows-overlap',
  severity: 'error',
  title: 'Backup window and maintenance window do not overlap.',
  why: 'The service refuses overlapping windows, also while backups are switched off.',
  source: 'https://github.com/hashicorp/terraform/issues/17247',
  check: ({ blueprint, resolved: { backup, maintenance } }) => {
    const daily = parseDailyWindow(backup.window);
    const weekly = parseWeeklyWindow(maintenance.window);
    if (daily === undefined || weekly === undefined || !windowsOverlap(daily, weekly)) return [];
    return blueprint.backup?.window === undefined && blueprint.maintenance?.window !== undefined
      ? [hit(['maintenance', 'window'], `must not overlap the backup window ${backup.window}, got ${maintenance.window}`, 'move it, or state a `backup.window`', maintenance.window)]
      : [hit(['backup', 'window'], `must not overlap the maintenance window ${maintenance.window}, got ${backup.window}`, 'move one of the two', backup.window)];
  },
};
