import { counted } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const MINUTES_A_DAY = 1440;

/** Ten years. */
const MOST_DAYS = 3650;

export const backupRetention: SelfManagedRule = {
  code: 'RB551',
  name: 'backup-retention',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Backups are kept for longer than it takes to make the next one.',
  why: 'Otherwise there are hours without any.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
  check: ({ resolved: { backup: { everyMinutes, retentionDays } } }) => {
    if (retentionDays < 1 || retentionDays > MOST_DAYS) return [hit(['backup', 'retentionDays'], `must be from 1 to ${MOST_DAYS}, got ${retentionDays}`, 'remove it to get the default', retentionDays)];
    return retentionDays * MINUTES_A_DAY > everyMinutes ? [] : [hit(['backup', 'retentionDays'], `must be longer than \`backup.everyMinutes\`, got ${counted(retentionDays, 'day')} and ${everyMinutes} minutes`, 'keep backups longer or make them more often', retentionDays)];
  },
};
