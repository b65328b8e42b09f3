import type { Blueprint, SelfManagedBlueprint } from '../../../lib/core';
import { plan } from '../../../lib/core';
import { resolveBlueprint } from '../../../lib/core/blueprint/resolve';
import { memoryBudget } from '../../../lib/core/config';
import { instanceOf } from '../../../lib/core/config';
import { selfManagedReportOf } from '../../../lib/core/operations/report';
import type { SelfManagedReport } from '../../../lib/core/operations/report';
import { cluster, inZones, sentinel } from '../rules/self-managed-support';

function reported(blueprint: object): SelfManagedReport {
  const typed = blueprint as unknown as SelfManagedBlueprint;
  return selfManagedReportOf(plan(typed as Blueprint), resolveBlueprint(typed));
}

const of = (report: SelfManagedReport, event: string) => report.recovery.find((entry) => entry.event === event);

test('a primary that fails: the figure measured at its setting', () => {
  expect(of(reported(sentinel), 'primary fails')).toEqual({
    event: 'primary fails',
    rpo: 'writes not yet replicated; a crash lost none in the drills',
    rto: 'automatic: 6 s measured when it crashes, 7.2 s measured when it freezes',
    restsOn: 'down-after 5000 ms, 2 replicas and 2 of 3 Sentinels; figures are medians of drills on real engines (docs/drills.md)',
    source: 'docs/drills.md',
  });
  expect(of(reported(cluster), 'primary fails')?.rto).toBe('automatic: 7.9 s measured when it crashes');
});

test('a setting that was not measured is said to be so', () => {
  expect(of(reported({ ...sentinel, sentinels: { downAfterMs: 4000 } }), 'primary fails')?.rto).toBe('automatic: not measured at 4000 ms; 6 s at 5000 ms when it crashes, not measured at 4000 ms; 7.2 s at 5000 ms when it freezes');
});

test.each([
  ['the guard of two seconds', sentinel, 'what clients beside it write for 2.5 s, as measured; none with WAIT 1'],
  ['another lag', { ...sentinel, minReplicasMaxLagSeconds: 5 }, 'what clients beside it write for about 5 s, as long as a replica may be silent; none with WAIT 1'],
  ['no guard', { ...sentinel, minReplicasToWrite: 0 }, 'what clients beside it write until the network heals; none with WAIT 1'],
  ['a cluster with one replica a shard', cluster, 'what clients beside it write for up to the node timeout, 5000 ms'],
])('a primary that is cut off loses by its guard: %s', (_, blueprint, rpo) => {
  expect(of(reported(blueprint), 'primary cut off')?.rpo).toBe(rpo);
});

test('a zone: by hand where it may hold a majority', () => {
  expect(of(reported(sentinel), 'zone fails')?.rto).toMatch(/^automatic/);
  expect(of(reported({ ...inZones(2), environment: 'staging' }), 'zone fails')).toMatchObject({ rto: 'by hand, when the zone held a majority', restsOn: '2 zones: one of them holds a majority' });
});

test('deleted data, stacks and regions rest on backups', () => {
  const copy = 'arn:aws:s3:::copies';
  expect(of(reported({ ...sentinel, backup: { everyMinutes: 30 } }), 'data deleted')?.rpo).toBe('up to 30 minutes: everything since the last backup');
  expect(of(reported({ ...sentinel, environment: 'staging', disposable: true }), 'stack deleted')?.rpo).toBe('everything');
  expect(of(reported({ ...sentinel, backup: { copyToBucketArn: copy } }), 'region fails')?.restsOn).toBe(`copies in ${copy}`);
  expect(of(reported(sentinel), 'region fails')?.rpo).toBe('everything until it is back');
});

test('memory is that of the budget, once a shard', () => {
  const resolved = resolveBlueprint(cluster as unknown as SelfManagedBlueprint);
  const { maxmemoryBytes } = memoryBudget(resolved, instanceOf(resolved));
  expect(reported(cluster).memory).toMatchObject({ perNodeBytes: maxmemoryBytes, usableBytes: 3 * maxmemoryBytes });
});

test('users with their rights, and no password', () => {
  const report = reported(sentinel);
  expect(report.users).toMatchObject([{ name: 'web', rights: 'reads and writes keys session:*', secretName: 'redis-blueprints/sessions/web' }]);
  expect(report.serviceUsers.map(({ name }) => name)).toEqual(['replication', 'sentinel', 'operator', 'metrics', 'backup']);
  expect(reported(cluster).serviceUsers.map(({ name }) => name)).not.toContain('sentinel');
});

test('quantities of what costs money', () => {
  const drivers = Object.fromEntries(reported(sentinel).costDrivers.map(({ item, quantity }) => [item, quantity]));
  expect(drivers).toMatchObject({ 'r7g.large': 3 * 730, 'gp3 volumes': 3 * 48, secrets: 7, 'KMS key': 1 });
});

test('alarms are grouped by what they watch', () => {
  const topics = reported(cluster).alarms.byQuestion.flatMap((question) => question.topics.map(({ topic }) => topic));
  expect(topics).toEqual(expect.arrayContaining(['no-primary', 'cluster-state', 'backup-age', 'disk']));
  expect(topics.filter((topic) => /\d/.test(topic))).toEqual([]);
});
