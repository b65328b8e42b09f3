import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLES, exampleNames } from '../conformance/examples';

const root = path.resolve(__dirname, '../..');
let workspace: string;

// Below the repository, so that toolkits and the package's own name resolve as they do for the examples themselves.
beforeAll(() => {
  mkdirSync(path.join(root, 'out'), { recursive: true });
  workspace = mkdtempSync(path.join(root, 'out', 'examples-'));
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

/** Builds an example with one toolkit in a process of its own, since both cannot live in one, and returns the resource types it makes. */
function resourceTypes(example: string, toolkit: 'cdktf' | 'cdktn'): string[] {
  const folder = path.join(workspace, `${example}-${toolkit}`);
  cpSync(path.join(EXAMPLES, example), folder, { recursive: true });
  const source = readFileSync(path.join(folder, 'cdktf.ts'), 'utf8');
  // What a user changes who moves from one toolkit to the other: the names of the packages.
  writeFileSync(path.join(folder, 'app.ts'), toolkit === 'cdktf' ? source : source.replace(/(['"/@])cdktf\b/g, '$1cdktn'));
  const script = `
    const { App } = require(${JSON.stringify(toolkit)});
    const app = new App({ outdir: ${JSON.stringify(path.join(folder, 'out'))} });
    Promise.resolve(require(${JSON.stringify(path.join(folder, 'app.ts'))}).build(app)).then(() => app.synth());`;
  execFileSync(process.execPath, ['-r', './scripts/register-swc.cjs', '-e', script], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const stacks = path.join(folder, 'out', 'stacks');
  return readdirSync(stacks).flatMap((stack) => Object.keys((JSON.parse(readFileSync(path.join(stacks, stack, 'cdk.tf.json'), 'utf8')) as { resource: object }).resource));
}

describe.each(exampleNames('cdktf.ts'))('example %s', (name) => {
  test('builds with cdktf and with its successor, and makes the same kinds of resources', () => {
    const types = resourceTypes(name, 'cdktf');
    expect(types.length).toBeGreaterThan(5);
    expect(resourceTypes(name, 'cdktn')).toEqual(types);
  }, 60_000);
});
