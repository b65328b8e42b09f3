import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { REPLICATED, workspace } from './workspace';

const { root, write } = workspace();
const repository = path.resolve(__dirname, '../..');
const fine = write('fine.yaml', REPLICATED);

/** Runs the real command in a process of its own, with a script loaded before it. */
function command(argv: readonly string[], before = '', env: NodeJS.ProcessEnv = {}): { status: number | null; stdout: string; stderr: string } {
  const preload = write('preload.cjs', before);
  const node = ['-r', path.join(repository, 'scripts/register-swc.cjs'), '-r', preload, path.join(repository, 'bin/redis-blueprints.ts')];
  return spawnSync(process.execPath, [...node, ...argv], { cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'], ...env }, timeout: 25_000 });
}

const LOADED = `process.on('exit', () => process.stderr.write(JSON.stringify(Object.keys(require.cache))));`;

test('validate and plan load no toolkit', () => {
  for (const name of ['validate', 'plan']) {
    const { status, stderr } = command([name, fine], LOADED);
    expect(status).toBe(0);
    const loaded = JSON.parse(stderr) as string[];
    expect(loaded.some((file) => file.includes('lib/core/validate'))).toBe(true);
    expect(loaded.filter((file) => /aws-cdk|cdktf|cdktn|constructs/.test(path.relative(repository, file)))).toEqual([]);
  }
});

test('rules, schema and help load neither YAML nor a toolkit', () => {
  for (const argv of [['rules', 'RB065'], ['schema'], ['--help']]) {
    const loaded = JSON.parse(command(argv, LOADED).stderr) as string[];
    expect(loaded.filter((file) => /node_modules\/(yaml|aws-cdk|cdktf|cdktn|constructs)/.test(file))).toEqual([]);
  }
});

test.each([
  ['cloudformation', ['aws-cdk-lib', 'constructs'], "synth through aws-cdk needs aws-cdk-lib and constructs, which are not installed; run npm install 'aws-cdk-lib@"],
  ['terraform', ['@cdktf/provider-aws'], "synth through cdktf needs @cdktf/provider-aws, which is not installed; run npm install '@cdktf/provider-aws@"],
])('without the packages for %s it says what to install', (target, missing, message) => {
  const hide = `const M = require('node:module'); const resolve = M._resolveFilename;
M._resolveFilename = function (request, ...rest) {
  if (${JSON.stringify(missing)}.some((name) => request === name || request.startsWith(name + '/'))) throw Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' });
  return resolve.call(this, request, ...rest);
};`;
  const { status, stdout, stderr } = command(['synth', fine, '-t', target, '-o', 'out'], hide);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a reader that goes away is no error', () => {
  // Loads of output: a pipe takes 64 KiB before the writer notices.
  const script = `{ "$0" -r ./scripts/register-swc.cjs bin/redis-blueprints.ts plan examples --json; echo "exit $?" >&2; } | head -c 20`;
  const { stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath], { cwd: repository, encoding: 'utf8' });
  expect(stdout).toHaveLength(20);
  expect(stderr).toBe('exit 0\n');
});

test('a dash is standard input, and a pipe may be as large as a file', () => {
  const reading = (input: string) => spawnSync(process.execPath, ['-r', './scripts/register-swc.cjs', 'bin/redis-blueprints.ts', 'validate', '-', '-q'], { cwd: repository, encoding: 'utf8', input });
  expect(reading(REPLICATED)).toMatchObject({ status: 0, stdout: '' });
  expect(reading('a: [')).toMatchObject({ status: 1, stdout: expect.stringMatching(/^-:1:5 error RB063 /) as string });
  expect(reading('#'.repeat(11 * 1024 * 1024))).toMatchObject({ status: 1, stdout: expect.stringMatching(/^-:1:1 error RB061 /) as string });
});

test('the exit code reaches the shell', () => {
  expect(command(['validate', write('broken.yaml', 'kind: ring\n')]).status).toBe(1);
  expect(command(['validate']).status).toBe(2);
});
