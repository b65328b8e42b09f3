import { isAlarmPeriod, LIMITS, LOG_RETENTION_DAYS } from '../../../lib/core/catalog';
import type { Limit } from '../../../lib/core/catalog';

const ENTRIES = Object.entries(LIMITS).flatMap(([area, limits]) =>
  Object.entries<Limit>(limits).map(([name, limit]) => [`${area}.${name}`, limit] as const),
);

test.each(ENTRIES)('%s is a positive whole number with a vendor page', (_name, limit) => {
  expect(Number.isInteger(limit.value)).toBe(true);
  expect(limit.value).toBeGreaterThan(0);
  expect(limit.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
});

test('the limits others lean on', () => {
  expect(LIMITS.elasticache.nodesPerCluster).toMatchObject({ value: 90, adjustable: true });
  expect(LIMITS.elasticache.nodesPerClusterMax.value).toBe(500);
  expect(LIMITS.elasticache.nodesPerShard.value).toBe(LIMITS.elasticache.replicasPerShard.value + 1);
  expect(LIMITS.elasticache.snapshotRetentionDays.value).toBe(35);
  expect(LIMITS.cloudFormation.resourcesPerStack.value).toBe(500);
  expect(LIMITS.cloudWatch.compositeRuleLength.value).toBe(10_240);
  expect(LIMITS.cloudWatch.metricsPerMathAlarm.value).toBe(10);
});

test.each([
  [10, true],
  [20, true],
  [30, true],
  [60, true],
  [300, true],
  [0, false],
  [15, false],
  [90, false],
  [-60, false],
  [60.5, false],
])('a period of %p s: %p', (seconds, accepted) => {
  expect(isAlarmPeriod(seconds)).toBe(accepted);
});

test('log retention is an ascending list', () => {
  expect([...LOG_RETENTION_DAYS].sort((a, b) => a - b)).toEqual(LOG_RETENTION_DAYS);
  expect(LOG_RETENTION_DAYS).toContain(365);
  expect(LOG_RETENTION_DAYS).not.toContain(364);
});
