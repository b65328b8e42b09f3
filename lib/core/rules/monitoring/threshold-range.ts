import type { AlarmThresholds } from '../../blueprint';
import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';

interface Range {
  readonly words: string;
  accepts(value: number): boolean;
}

const PERCENT: Range = { words: 'above 0 and at most 100 percent', accepts: (value) => value > 0 && value <= 100 };

const RANGES: { readonly [T in keyof AlarmThresholds]-?: Range } = {
  engineCpuPercent: PERCENT,
  memoryPercent: PERCENT,
  connectionsPercent: PERCENT,
  replicationLagSeconds: { words: 'above 0 seconds', accepts: (value) => value > 0 },
  evictionsPerMinute: { words: '0 or more', accepts: (value) => value >= 0 },
};

export const thresholdRange: SharedRule = {
  code: 'RB407',
  name: 'threshold-range',
  severity: 'error',
  looksAt: 'every',
  title: 'Alarm thresholds are values that the metric can reach.',
  why: 'An alarm at 0 percent always rings, one above 100 percent never does.',
  source: PAGES.elasticache.monitoringChoice,
  check: ({ resolved: { monitoring } }) =>
    (Object.keys(RANGES) as (keyof AlarmThresholds)[]).flatMap((key) => {
      const value = monitoring.thresholds[key];
      const range = RANGES[key];
      return value === undefined || range.accepts(value)
        ? []
        : [hit(['monitoring', 'thresholds', key], `must be ${range.words}, got ${value}`, 'remove it to get the computed threshold', value)];
    }),
};
