import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { MANAGED_ALARMS } from '../../../lib/core/monitoring';
import { alarmsDocument } from '../../../lib/core/monitoring/alarms-doc';
import { alarm, replicated, sharded } from './monitored';

describe('definitions', () => {
  it('have keys of their own', () => {
    const keys = MANAGED_ALARMS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z]+(-[a-z]+)*$/.test(key))).toEqual([]);
  });

  it.each(MANAGED_ALARMS.map((definition) => [definition.key, definition] as const))('%s gives its reason for missing data, its words and its source', (_, definition) => {
    expect(definition.missingDataReason.length).toBeGreaterThan(20);
    expect(definition.thresholdFormula).not.toBe('');
    expect(definition.appliesWhen).not.toBe('');
    expect(definition.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });

  it.each(MANAGED_ALARMS.filter(({ comparison, scope }) => comparison.startsWith('Less') && scope === 'member').map((definition) => [definition.key, definition] as const))(
    '%s compares the lowest value, so it says what a batch makes of silence',
    (_, definition) => {
      expect(definition.fillInBatch).toBeDefined();
    },
  );

  it('answer every question for a sharded cache', () => {
    expect([...new Set(MANAGED_ALARMS.map(({ question }) => question))].sort()).toEqual(['balanced', 'fast', 'full', 'safe', 'up']);
  });
});

describe('descriptions', () => {
  it('of every alarm say where, and what to do first', () => {
    for (const { description, members } of [...replicated().alarms, ...sharded({ shardCount: 40 }).alarms]) {
      expect(description).toContain(' First ');
      expect(description).toMatch(/^(member|shard|one or more of the \d+ (member|shard)s) /);
      expect(members.length).toBeGreaterThan(0);
    }
  });

  it('name the member', () => {
    expect(alarm(replicated({ nodeType: 'cache.m7g.large' }), 'alarm-cpu-002').description).toBe(
      'member orders-002: The engine thread is busy almost all the time: commands queue and latency rises for every client of the node. First look in the slow log for costly commands (KEYS, large ranges, scripts) and stop them; then move reads to replicas or take a larger node type.',
    );
  });

  it('name the range of a batch', () => {
    expect(alarm(sharded({ shardCount: 40, replicasPerShard: 0 }), 'alarm-cpu-0011to0020-001').description).toMatch(
      /^one or more of the 10 members orders-0011-001 to orders-0020-001 \(the dashboard tells which\): /,
    );
  });

  it('hold no secret syntax of either backend', () => {
    for (const { description } of sharded({ shardCount: 3 }).alarms) expect(description).not.toMatch(/\$\{|%\{/);
  });
});

describe('docs/alarms.md', () => {
  it('names every alarm', () => {
    const text = alarmsDocument();
    expect(MANAGED_ALARMS.filter(({ key, missingDataReason }) => !text.includes(`### ${key}\n`) || !text.includes(missingDataReason))).toEqual([]);
  });

  it('is up to date', () => {
    const root = path.resolve(__dirname, '../../..');
    const result = spawnSync(process.execPath, ['-r', './scripts/register-swc.cjs', 'scripts/generate-alarms-doc.ts', '--check'], { cwd: root, encoding: 'utf8' });
    expect({ status: result.status, stderr: result.stderr }).toEqual({ status: 0, stderr: '' });
  });
});
