import { validate } from '../../../lib/core/validate';
import { replicated, said } from './support';

/** Nothing at all may be said. */
const anyCode: string[] = [];

describe('operations rules refuse', () => {
  const table: [code: string, what: string, blueprint: object, findings: string[]][] = [
    [
      'RB370',
      'not a window',
      { ...replicated, maintenance: { window: 'banana' } },
      ['error: `maintenance.window` must be written ddd:hh:mm-ddd:hh:mm in lower case, got "banana"; write it like sun:05:00-sun:06:00 [RB370]'],
    ],
    [
      'RB370',
      'a day in upper case',
      { ...replicated, maintenance: { window: 'Sun:05:00-Sun:06:00' } },
      ['error: `maintenance.window` must be written ddd:hh:mm-ddd:hh:mm in lower case, got "Sun:05:00-Sun:06:00"; write it like sun:05:00-sun:06:00 [RB370]'],
    ],
    [
      'RB370',
      'hour 24',
      { ...replicated, maintenance: { window: 'sun:23:00-sun:24:00' } },
      ['error: `maintenance.window` must be written ddd:hh:mm-ddd:hh:mm in lower case, got "sun:23:00-sun:24:00"; write it like sun:05:00-sun:06:00 [RB370]'],
    ],
    [
      'RB371',
      'half an hour',
      { ...replicated, maintenance: { window: 'sun:05:00-sun:05:30' } },
      ['error: `maintenance.window` must be at least 60 minutes long, got 30 minutes; end it later [RB371]'],
    ],
    [
      'RB371',
      'no time at all',
      { ...replicated, maintenance: { window: 'sun:05:00-sun:05:00' } },
      ['error: `maintenance.window` must be at least 60 minutes long, got 0 minutes; end it later [RB371]'],
    ],
    [
      'RB372',
      'not a window',
      { ...replicated, backup: { window: 'banana' } },
      ['error: `backup.window` must be written hh:mm-hh:mm, got "banana"; write it like 03:00-04:00 [RB372]'],
    ],
    [
      'RB372',
      'a window with a day',
      { ...replicated, backup: { window: 'sun:03:00-sun:04:00' } },
      ['error: `backup.window` must be written hh:mm-hh:mm, got "sun:03:00-sun:04:00"; write it like 03:00-04:00 [RB372]'],
    ],
    [
      'RB373',
      '59 minutes',
      { ...replicated, backup: { window: '03:00-03:59' } },
      ['error: `backup.window` must be at least 60 minutes long, got 59 minutes; end it later [RB373]'],
    ],
    [
      'RB374',
      'the same hour',
      { ...replicated, backup: { window: '05:30-06:30' } },
      ['error: `backup.window` must not overlap the maintenance window sun:05:00-sun:06:00, got 05:30-06:30; move one of the two [RB374]'],
    ],
    [
      'RB374',
      'a maintenance window over the default backup window',
      { ...replicated, maintenance: { window: 'mon:03:30-mon:05:00' } },
      ['error: `maintenance.window` must not overlap the backup window 03:00-04:00, got mon:03:30-mon:05:00; move it, or state a `backup.window` [RB374]'],
    ],
    [
      'RB374',
      'a backup window that passes midnight',
      { ...replicated, backup: { window: '23:30-00:30' }, maintenance: { window: 'mon:00:00-mon:01:00' } },
      ['error: `backup.window` must not overlap the maintenance window mon:00:00-mon:01:00, got 23:30-00:30; move one of the two [RB374]'],
    ],
    [
      'RB374',
      'a maintenance window that passes the end of the week',
      { ...replicated, backup: { window: '00:15-01:15' }, maintenance: { window: 'sat:23:30-sun:00:30' } },
      ['error: `backup.window` must not overlap the maintenance window sat:23:30-sun:00:30, got 00:15-01:15; move one of the two [RB374]'],
    ],
    [
      'RB375',
      '99 days',
      { ...replicated, backup: { retentionDays: 99 } },
      ['error: `backup.retentionDays` must be from 0 to 35, got 99; export snapshots to S3 to keep them longer [RB375]'],
    ],
    [
      'RB375',
      'negative days',
      { ...replicated, backup: { retentionDays: -1 } },
      ['error: `backup.retentionDays` must be from 0 to 35, got -1; write 0 to keep none [RB375]'],
    ],
    [
      'RB376',
      'no snapshots in production',
      { ...replicated, backup: { retentionDays: 0 } },
      ['warning: `backup.retentionDays` should be at least 1 in production, got 0; remove it to keep 15 days [RB376]'],
    ],
    [
      'RB377',
      'a number that CloudWatch Logs lacks',
      { ...replicated, logs: { retentionDays: 100 } },
      ['error: `logs.retentionDays` must be a number of days that CloudWatch Logs offers, got 100; choose 120 [RB377]'],
    ],
    [
      'RB377',
      'more than CloudWatch Logs has',
      { ...replicated, logs: { retentionDays: 5000 } },
      ['error: `logs.retentionDays` must be a number of days that CloudWatch Logs offers, got 5000; choose 3653 [RB377]'],
    ],
    [
      'RB378',
      'disposable production',
      { ...replicated, disposable: true },
      ['warning: `disposable` should not be true in production, got true; remove it, or state the `environment` that this is [RB378]'],
    ],
    [
      'RB379',
      'snapshots of a disposable cache',
      { ...replicated, environment: 'development', disposable: true, backup: { retentionDays: 7 } },
      ['info: `backup.retentionDays` keeps snapshots for 7 days, but they are deleted with a disposable cache; remove it, or remove `disposable` [RB379]'],
    ],
    [
      'RB380',
      'logs switched off in production',
      { ...replicated, logs: { slowLog: false, engineLog: false } },
      [
        'warning: `logs.engineLog` should be true in production, got false; remove it [RB380]',
        'warning: `logs.slowLog` should be true in production, got false; remove it [RB380]',
      ],
    ],
    [
      'RB381',
      'minor upgrades switched off',
      { ...replicated, maintenance: { autoMinorVersionUpgrade: false } },
      ['info: `maintenance.autoMinorVersionUpgrade` leaves minor versions to you, got false; plan their installation, or remove it [RB381]'],
    ],
  ];
  test.each(table)('%s: %s', (code, _, blueprint, findings) => {
    expect(said(code, blueprint)).toEqual(findings);
  });
});

describe('operations rules accept', () => {
  const table: [what: string, blueprint: object, codes: string[]][] = [
    ['windows that touch', { ...replicated, backup: { window: '04:00-05:00' } }, anyCode],
    ['windows that touch the other way round', { ...replicated, backup: { window: '06:00-07:00' } }, anyCode],
    ['windows that touch at midnight', { ...replicated, backup: { window: '23:00-00:00' }, maintenance: { window: 'mon:00:00-mon:01:00' } }, anyCode],
    ['a maintenance window over the end of the week', { ...replicated, maintenance: { window: 'sat:23:30-sun:00:30' } }, anyCode],
    ['35 days', { ...replicated, backup: { retentionDays: 35 } }, anyCode],
    ['ten years of logs', { ...replicated, logs: { retentionDays: 3653 } }, anyCode],
    ['a disposable cache in development', { ...replicated, environment: 'development', disposable: true }, anyCode],
  ];
  test.each(table)('%s', (_, blueprint, codes) => {
    const found = validate(blueprint).map(({ code }) => code);
    expect(found.filter((code) => codes.length === 0 || codes.includes(code))).toEqual([]);
  });
});
