import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { READING } from './codes';
import { readingFinding } from './located-finding';
import type { LocatedFinding } from './located-finding';
import { STDIN, unreadable } from './text';

/** Files to be read, in order, and what is wrong with the paths. */
export interface FileList {
  readonly files: readonly string[];
  readonly findings: readonly LocatedFinding[];
}

/** Replaces directories by the YAML files below them; a file that is named twice is read once. Never throws. */
export async function listFiles(paths: readonly string[]): Promise<FileList> {
  const files = new Map<string, string>();
  const findings: LocatedFinding[] = [];
  for (const given of paths) {
    try {
      for (const file of await filesAt(given, findings)) {
        const identity = await realpath(file).catch(() => path.resolve(file));
        if (!files.has(identity)) files.set(identity, file);
      }
    } catch (error) {
      findings.push(unreadable(given, error));
    }
  }
  return { files: [...files.values()], findings };
}

async function filesAt(given: string, findings: LocatedFinding[]): Promise<readonly string[]> {
  const start = { file: given, line: 1, column: 1 };
  if (given === STDIN) return [given];
  const status = await stat(given);
  if (status.isFile() || status.isFIFO()) return [given];
  if (!status.isDirectory()) {
    findings.push(readingFinding(READING.unreadable, start, 'the path must be a file or a directory, got a device or socket', 'check the path'));
    return [];
  }
  const found = await yamlFilesBelow(given);
  if (found.length === 0) {
    findings.push(readingFinding(READING.noYaml, start, 'the directory must hold .yaml or .yml files, got none', 'check the path, or write a first blueprint with `redis-blueprints init`'));
  }
  return found;
}

/** In name order, so that output does not depend on the file system. Hidden and installed directories are not the user's blueprints. */
async function yamlFilesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(directory, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') found.push(...(await yamlFilesBelow(full)));
    if (!entry.isDirectory() && /\.ya?ml$/i.test(entry.name) && !entry.name.startsWith('.')) found.push(full);
  }
  return found;
}
