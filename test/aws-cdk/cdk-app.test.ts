import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const out = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk-app-'));
afterAll(() => fs.rmSync(out, { recursive: true, force: true }));

/** Runs the app as the CDK's CLI does: the command of cdk.json, with context and output directory in the environment. */
function run(outdir: string, context: object, args: readonly string[] = []) {
  const { app } = JSON.parse(fs.readFileSync(path.join(ROOT, 'cdk.json'), 'utf8')) as { app: string };
  const [command, ...words] = app.split(' ');
  return spawnSync(command!, [...words, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, CDK_VALIDATION: 'false', CDK_OUTDIR: path.join(out, outdir), CDK_CONTEXT_JSON: JSON.stringify(context) },
  });
}

function stacksIn(outdir: string): string[] {
  const { artifacts } = JSON.parse(fs.readFileSync(path.join(out, outdir, 'manifest.json'), 'utf8')) as { artifacts: Record<string, { type: string }> };
  return Object.entries(artifacts).flatMap(([id, { type }]) => (type === 'aws:cloudformation:stack' ? [id] : []));
}

test('one stack for each blueprint of the files named in the context', () => {
  const { status, stderr } = run('context', { blueprint: 'examples/session-store/blueprint.yaml,examples/product-catalog/blueprint.yaml' });
  expect([status, stderr]).toEqual([0, '']);
  expect(stacksIn('context')).toEqual(['sessions', 'catalog']);
}, 60_000);

test('one stack for each cache of the chosen environment', () => {
  expect(run('overlay', { environment: 'production' }, ['examples/platform-team/blueprint.yaml']).status).toBe(0);
  expect(stacksIn('overlay')).toEqual(['feed-production', 'jobs-production', 'limits-production']);
}, 60_000);

test('no blueprint is a mistake in the command, told in one line', () => {
  const { status, stdout, stderr } = run('none', {});
  expect([status, stdout, stderr]).toEqual([2, '', 'name at least one blueprint: cdk synth -c blueprint=examples/session-store/blueprint.yaml\n']);
}, 60_000);

test('errors point at file, line and column, and nothing is written', () => {
  const file = path.join(out, 'bad.yaml');
  const good = fs.readFileSync(path.join(ROOT, 'examples/session-store/blueprint.yaml'), 'utf8');
  fs.writeFileSync(file, good.replace('cache.r7g.large', 'cache.banana'));
  const { status, stderr } = run('bad', { blueprint: file });
  expect(status).toBe(1);
  expect(stderr).toMatch(/bad\.yaml:9:11 error RB110 /);
  expect(fs.existsSync(path.join(out, 'bad', 'manifest.json'))).toBe(false);
}, 60_000);
