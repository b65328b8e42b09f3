import { LOG_RETENTION_DAYS, PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const logRetention: Rule = {
  code: 'RB377',
  name: 'log-retention',
  severity: 'error',
  title: 'Logs are kept for a number of days that CloudWatch Logs offers.',
  why: 'CloudWatch Logs accepts only certain numbers and refuses the log group otherwise.',
  source: PAGES.logs.putRetentionPolicy,
  check: ({ resolved: { logs } }) =>
    LOG_RETENTION_DAYS.includes(logs.retentionDays)
      ? []
      : [hit(['logs', 'retentionDays'], `must be a number of days that CloudWatch Logs offers, got ${logs.retentionDays}`, `choose ${nearest(logs.retentionDays)}`, logs.retentionDays)],
};

/** Rather longer than shorter, so that nothing is lost that somebody wanted to keep. */
function nearest(days: number): number {
  return LOG_RETENTION_DAYS.find((offered) => offered >= days) ?? LOG_RETENTION_DAYS.at(-1) ?? days;
}
