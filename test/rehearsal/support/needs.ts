import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { EngineSpec } from '../../../lib/rehearsal/engines';
import { mirrorOf, readAptSources } from '../../../lib/rehearsal/engines/apt-sources';
import { PUBLIC_ARCHIVES } from '../../../lib/rehearsal/engines/suites';
import { createNamespaces } from '../../../lib/rehearsal/fleet/namespaces';

export const HOOK = path.join(__dirname, 'typescript-hook.cjs');

/** Children of the fleet load compiled files; in tests they compile what they load. */
process.env.NODE_OPTIONS = `--require ${HOOK}`;

/** A suite that runs where its need is met, and otherwise says in its name why it did not. */
export function describeUnless(missing: string | undefined, name: string, suite: () => void): void {
  if (missing === undefined) describe(name, suite);
  else describe.skip(`${name} (skipped: ${missing})`, suite);
}

/** Why an engine cannot be had; fetches one where none is installed. Decided before suites are declared, as only then a skip shows. */
export function missingEngine(spec: EngineSpec): string | undefined {
  const ensured = spawnSync(process.execPath, [path.join(__dirname, 'ensure-engine'), JSON.stringify(spec)], {
    encoding: 'utf8',
    env: { ...process.env },
    timeout: 120_000,
  });
  return ensured.status === 0 ? undefined : (ensured.stdout.trim() || ensured.stderr.trim().split('\n').at(-1) || 'no engine');
}

/** Why network namespaces cannot be used here. */
export function missingNamespaces(): string | undefined {
  try {
    createNamespaces(`probe${process.pid}`, [{ name: 'a' }]).removeSync();
    return undefined;
  } catch (error) {
    return `no network namespaces: ${(error as Error).message}`;
  }
}

/** Why packages cannot be fetched here. */
export function missingArchive(): string | undefined {
  if (spawnSync('apt-get', ['--version']).status !== 0) return 'no apt-get on this system';
  const uri = mirrorOf('debian', readAptSources())?.uri ?? PUBLIC_ARCHIVES.debian.x64;
  const folder = mkdtempSync(path.join(tmpdir(), 'rb-archive-'));
  try {
    const fetched = spawnSync('/usr/lib/apt/apt-helper', ['download-file', `${uri}/dists/stable/Release`, path.join(folder, 'Release')], { timeout: 20_000 });
    return fetched.status === 0 ? undefined : `${uri} cannot be reached`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
