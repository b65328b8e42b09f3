import type { Rule, SharedRule } from '../rule';
import { backupRetentionRange } from './backup-retention-range';
import { backupWindowFormat } from './backup-window-format';
import { backupWindowLength } from './backup-window-length';
import { disposableWithBackups } from './disposable-with-backups';
import { logRetention } from './log-retention';
import { maintenanceWindowFormat } from './maintenance-window-format';
import { maintenanceWindowLength } from './maintenance-window-length';
import { minorUpgradesOff } from './minor-upgrades-off';
import { productionBackups } from './production-backups';
import { productionDisposable } from './production-disposable';
import { productionLogs } from './production-logs';
import { windowsOverlapRule } from './windows-overlap';

export const operationsRules: readonly (Rule | SharedRule)[] = [
  maintenanceWindowFormat,
  maintenanceWindowLength,
  backupWindowFormat,
  backupWindowLength,
  windowsOverlapRule,
  backupRetentionRange,
  productionBackups,
  logRetention,
  productionDisposable,
  disposableWithBackups,
  productionLogs,
  minorUpgradesOff,
];
