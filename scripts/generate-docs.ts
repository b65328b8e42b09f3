/**
 * Writes every generated document: schema, rules, alarms, the tables of the README, the API reference.
 * `--check` writes nothing and fails when one of them is out of date.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const check = process.argv.includes('--check');

/** Generators with a `--check` of their own. */
const GENERATORS = ['generate-schema.ts', 'generate-rules-doc.ts', 'generate-alarms-doc.ts', 'generate-readme-tables.ts'];

/** Folder of the API reference, made by typedoc from the docstrings. */
const API = path.join('docs', 'api');

function runGenerator(script: string): boolean {
  const args = ['-r', path.join(root, 'scripts', 'register-swc.cjs'), path.join(root, 'scripts', script), ...(check ? ['--check'] : [])];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

function typedocInto(folder: string): void {
  execFileSync(process.execPath, [path.join(root, 'node_modules', 'typedoc', 'bin', 'typedoc'), '--logLevel', 'Error', '--out', folder], { cwd: root, stdio: 'inherit' });
}

function filesOf(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
}

function apiReference(): boolean {
  if (!check) {
    typedocInto(path.join(root, API));
    return true;
  }
  const fresh = mkdtempSync(path.join(tmpdir(), 'redis-blueprints-api-'));
  try {
    typedocInto(fresh);
    const made = filesOf(fresh);
    const committed = filesOf(path.join(root, API));
    const stale = [...new Set([...made.keys(), ...committed.keys()])].filter((file) => made.get(file) !== committed.get(file));
    for (const file of stale) console.error(`${path.join(API, file)} is out of date; run "npm run docs"`);
    return stale.length === 0;
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

const results = [...GENERATORS.map((script) => runGenerator(script)), apiReference()];
if (check && results.every(Boolean)) console.log('generated documents are up to date');
process.exitCode = results.every(Boolean) ? 0 : 1;
