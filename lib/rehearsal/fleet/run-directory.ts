import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import { runsDirectory } from '../paths';
import { identify, isRunning, signalProcess, type ProcessIdentity } from '../processes';
import { removeNamespaces } from './namespaces';

const OWNER_FILE = 'owner.json';
const PIDS = 'pids';
const KEPT_PREFIX = 'kept-';
/** Milliseconds that the files of a finished run are kept when they were asked for: a week. */
const KEEP_MS = 7 * 24 * 3_600_000;

function removeFolder(directory: string): void {
  // A process that was just killed may still be writing.
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}

/** The files of one run: who owns it, what it started, and what that wrote. */
export interface RunDirectory {
  readonly id: string;
  readonly directory: string;
  /** Notes a started process, so that a later run can end it should this one crash. */
  notePid(name: string, identity: ProcessIdentity): void;
  /** Ends everything noted, without waiting, and removes the files or keeps them; returns where they are kept. */
  closeSync(keepFiles: boolean): string | undefined;
}

function readIdentity(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

function killNoted(directory: string): void {
  let names: string[];
  try {
    names = readdirSync(path.join(directory, PIDS));
  } catch {
    return;
  }
  for (const name of names) {
    const identity = readIdentity(path.join(directory, PIDS, name));
    if (identity !== undefined) signalProcess(identity, 'SIGKILL');
  }
}

/** Opens a folder for a new run. */
export function openRunDirectory(): RunDirectory {
  const id = randomBytes(4).toString('hex');
  const directory = path.join(runsDirectory(), id);
  mkdirSync(path.join(directory, PIDS), { recursive: true, mode: 0o700 });
  mkdirSync(path.join(directory, 'logs'), { mode: 0o700 });
  writeFileSync(path.join(directory, OWNER_FILE), JSON.stringify(identify(process.pid)));
  return {
    id,
    directory,
    notePid: (name, identity) => {
      writeFileSync(path.join(directory, PIDS, `${name}.json`), JSON.stringify(identity));
    },
    closeSync: (keepFiles) => {
      killNoted(directory);
      if (!keepFiles) {
        removeFolder(directory);
        return undefined;
      }
      const kept = path.join(path.dirname(directory), `${KEPT_PREFIX}${id}`);
      renameSync(directory, kept);
      return kept;
    },
  };
}

/** Milliseconds that a run without a readable owner is left alone, as it may just be opening. */
const OPENING_MS = 10_000;

/**
 * Ends and removes what crashed runs left behind; returns their ids.
 *
 * A run counts as crashed when exactly its owner, by pid and start time, has ended.
 */
export function removeLeftovers(now = Date.now()): string[] {
  const runs = runsDirectory();
  for (const name of readdirSync(runs).filter((entry) => entry.startsWith(KEPT_PREFIX))) {
    if (!changedWithin(path.join(runs, name), KEEP_MS, now)) removeFolder(path.join(runs, name));
  }
  return readdirSync(runs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{8}$/.test(entry.name))
    .map((entry) => entry.name)
    .filter((id) => {
      const directory = path.join(runs, id);
      const owner = readIdentity(path.join(directory, OWNER_FILE));
      if (owner === undefined ? changedWithin(directory, OPENING_MS, now) : isRunning(owner)) return false;
      killNoted(directory);
      removeNamespaces(id);
      removeFolder(directory);
      return true;
    });
}

function changedWithin(directory: string, milliseconds: number, now: number): boolean {
  try {
    return now - statSync(directory).mtimeMs < milliseconds;
  } catch {
    return true;
  }
}
