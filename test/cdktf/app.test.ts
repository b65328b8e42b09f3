import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

describe('bin/cdktf-app.ts', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'cdktf-app-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: readonly string[], settings: NodeJS.ProcessEnv = {}): { status: number | null; stderr: string; stacks: string[] } => {
    const outdir = path.join(folder, 'out');
    const { app } = JSON.parse(readFileSync(path.join(root, 'cdktf.json'), 'utf8')) as { app: string };
    const [command, ...rest] = app.split(' ');
    const { status, stderr } = spawnSync(command!, [...rest, ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, CDKTF_OUTDIR: outdir, ...settings } });
    const stacks = path.join(outdir, 'stacks');
    return { status, stderr, stacks: existsSync(stacks) ? readdirSync(stacks).sort() : [] };
  };

  test('writes a stack for every deployment of every file', () => {
    expect(run(['examples/platform-team/blueprint.yaml'])).toEqual({
      status: 0,
      stderr: '',
      stacks: ['feed-production', 'feed-staging', 'jobs-production', 'jobs-staging', 'limits-production', 'limits-staging'],
    });
  });

  test('takes files, overlay and toolkit from the environment', () => {
    const settings = { REDIS_BLUEPRINTS: 'examples/platform-team/blueprint.yaml', REDIS_BLUEPRINTS_ENVIRONMENT: 'staging', REDIS_BLUEPRINTS_TOOLKIT: 'cdktn' };
    expect(run([], settings)).toMatchObject({ status: 0, stacks: ['feed-staging', 'jobs-staging', 'limits-staging'] });
    const written = readFileSync(path.join(folder, 'out/stacks/feed-staging/cdk.tf.json'), 'utf8');
    expect(written).toContain('"passwords_wo"');
  });

  test('says how it is used', () => {
    expect(run([])).toEqual({ status: 2, stacks: [], stderr: 'name at least one blueprint: REDIS_BLUEPRINTS=examples/session-store/blueprint.yaml cdktf synth\n' });
    expect(run(['x.yaml'], { REDIS_BLUEPRINTS_TOOLKIT: 'pulumi' })).toEqual({ status: 2, stacks: [], stderr: 'REDIS_BLUEPRINTS_TOOLKIT must be cdktf or cdktn, got pulumi\n' });
  });

  test('tells findings with their place, writes nothing and shows no stack trace', () => {
    const file = path.join(folder, 'bad.yaml');
    writeFileSync(file, readFileSync(path.join(root, 'examples/session-store/blueprint.yaml'), 'utf8').replace('replicas: 2', 'replicas: 9'));
    const { status, stderr, stacks } = run([file]);
    expect([status, stacks]).toEqual([1, []]);
    expect(stderr).toMatch(/bad\.yaml:\d+:\d+ error RB\d{3} `replicas` must be/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
