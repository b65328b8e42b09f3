import { LIMITS } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { counted } from '../wording';
import { parseWeeklyWindow } from './windows';

const shortest = LIMITS.elasticache.maintenanceWindowMinMinutes;

export const maintenanceWindowLength: Rule = {
  code: 'RB371',
  name: 'maintenance-window-length',
  severity: 'error',
  title: 'The maintenance window is at least an hour long.',
  why: 'The service refuses shorter windows.',
  source: shortest.source,
  check: ({ resolved: { maintenance } }) => {
    const window = parseWeeklyWindow(maintenance.window);
    return window === undefined || window.minutes >= shortest.value
      ? []
      : [hit(['maintenance', 'window'], `must be at least ${shortest.value} minutes long, got ${counted(window.minutes, 'minute')}`, 'end it later', maintenance.window)];
  },
};
