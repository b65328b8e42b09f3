import { LOG_RETENTION_DAYS, PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';

export const logRetention: SharedRule = {
  code: 'RB377',
  name: 'log-retention',
  severity: 'error',
  looksAt: 'every',
  title: 'Logs are kept for a number of days that CloudWatch Logs offers.',
  why: 'CloudWatch Logs accepts only certain numbers and refuses the log group otherwise.',
  source: PAGES.logs.putRetentionPolicy,
  check: ({ resolved }) => {
    const managed = 'logs' in resolved;
    const days = managed ? resolved.logs.retentionDays : resolved.logRetentionDays;
    const path = managed ? ['logs', 'retentionDays'] : ['logRetentionDays'];
    return LOG_RETENTION_DAYS.includes(days) ? [] : [hit(path, `must be a number of days that CloudWatch Logs offers, got ${days}`, `choose ${nearest(days)}`, days)];
  },
};

/** Rather longer than shorter, so that nothing is lost that somebody wanted to keep. */
function nearest(days: number): number {
  return LOG_RETENTION_DAYS.find((offered) => offered >= days) ?? LOG_RETENTION_DAYS.at(-1) ?? days;
}
