import { DEFAULTS } from '../../blueprint/defaults';
import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';
import { parseWeeklyWindow } from './windows';

export const maintenanceWindowFormat: Rule = {
  code: 'RB370',
  name: 'maintenance-window-format',
  severity: 'error',
  title: 'The maintenance window is written `ddd:hh:mm-ddd:hh:mm`, in UTC.',
  why: 'Template checks pass any text here, and the service refuses it while the cache is created.',
  source: PAGES.elasticache.createReplicationGroup,
  check: ({ resolved: { maintenance } }) =>
    parseWeeklyWindow(maintenance.window) === undefined
      ? [hit(['maintenance', 'window'], `must be written ddd:hh:mm-ddd:hh:mm in lower case, got ${shown(maintenance.window)}`, `write it like ${DEFAULTS.maintenanceWindow}`, maintenance.window)]
      : [],
};
