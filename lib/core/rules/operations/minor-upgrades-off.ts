import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const minorUpgradesOff: Rule = {
  code: 'RB381',
  name: 'minor-upgrades-off',
  severity: 'info',
  title: 'Minor engine versions are installed in the maintenance window.',
  why: 'Security fixes arrive as minor versions; whoever switches them off has to install them.',
  source: PAGES.elasticache.versionManagement,
  check: ({ resolved: { maintenance } }) =>
    maintenance.autoMinorVersionUpgrade ? [] : [hit(['maintenance', 'autoMinorVersionUpgrade'], 'leaves minor versions to you, got false', 'plan their installation, or remove it', false)],
};
