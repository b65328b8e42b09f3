import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Minutes. */
const LEAST = 15;

/** Minutes: a week. */
const MOST = 10_080;

export const backupInterval: SelfManagedRule = {
  code: 'RB550',
  name: 'backup-interval',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Backups are made at least weekly and at most every 15 minutes.',
  why: 'Each one forks a replica and copies all its data; less often than weekly nobody would restore it.',
  source: 'https://valkey.io/topics/persistence/',
  check: ({ resolved: { backup: { everyMinutes } } }) =>
    everyMinutes >= LEAST && everyMinutes <= MOST ? [] : [hit(['backup', 'everyMinutes'], `must be from ${LEAST} to ${MOST}, got ${everyMinutes}`, 'remove it to get the default', everyMinutes)],
};
