import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { removeLeftovers } from '../../lib/rehearsal/fleet';
import { describeUnless, missingEngine } from '../rehearsal/support/needs';
import { SPEC } from '../rehearsal/support/topology';
import { cli } from './capture';

const FILE = path.join(__dirname, '../../examples/session-store/blueprint.yaml');
const SELF_MANAGED = path.join(__dirname, 'rehearse.yaml');

test.each([
  [['--drills', 'kill'], '`--drills` must be some of'],
  [['--engine', 'memcached@1'], '`--engine` must be redis or valkey, with a version behind @ if need be, got "memcached@1"; write for example valkey@8.1'],
  [['--runs', '0'], '`--runs` must be a whole number from 1 to 1000, got "0"; leave it out for one run'],
])('says what is wrong with %j', async (options, message) => {
  const { code, err } = await cli(['rehearse', FILE, ...options]);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

describeUnless(missingEngine(SPEC), 'rehearse', () => {
  const engine = SPEC.version === undefined ? SPEC.engine : `${SPEC.engine}@${SPEC.version}`;

  test('a drill that cannot run is not run: it is said, and no pass', async () => {
    const report = path.join(tmpdir(), `rehearsal-${process.pid}.md`);
    const options = ['--engine', engine, '--isolation', 'loopback', '--drills', 'boot,cut-primary', '--json', '--report', report];
    const { code, out } = await cli(['rehearse', SELF_MANAGED, ...options]);
    const { ok, rehearsal } = JSON.parse(out) as { ok: boolean; rehearsal: { counts: object; results: { drill: string; outcome: string; reason?: string }[] } };
    expect(rehearsal.results).toMatchObject([
      { drill: 'boot', outcome: 'passed' },
      { drill: 'cut-primary', outcome: 'not-run', reason: 'a network cut needs network namespaces, and the hosts are loopback addresses: loopback was asked for' },
    ]);
    expect([code, ok, rehearsal.counts]).toEqual([0, true, { passed: 1, failed: 0, notRun: 1 }]);
    expect(readFileSync(report, 'utf8')).toContain('1 passed, 0 failed, 1 not run.');
    expect(removeLeftovers()).toEqual([]);
  }, 60_000);

  test('a managed cache is stood in for, and the report says what that cannot show', async () => {
    const { code, out } = await cli(['rehearse', FILE, '--engine', engine, '--drills', 'boot,access-strings,eviction']);
    expect(out).toContain('## What this run cannot show');
    expect(out).toContain('3 passed, 0 failed on');
    expect(code).toBe(0);
  }, 60_000);
});
