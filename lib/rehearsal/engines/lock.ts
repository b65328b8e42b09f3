import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { monotonicMs, sleep } from '../clock';
import { identify, isRunning, type ProcessIdentity } from '../processes';

export interface LockOptions {
  /** Called once when another process holds the lock. */
  readonly onWait?: () => void;
  /** Longest wait in milliseconds. @default - ten minutes, as a slow download may take that long */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** Whether the file names a process that has ended; an unreadable file may be one being written. */
function abandoned(file: string): boolean {
  try {
    return !isRunning(JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity);
  } catch {
    return false;
  }
}

function take(file: string): boolean {
  const claim = `${file}.${randomUUID()}`;
  writeFileSync(claim, JSON.stringify(identify(process.pid)));
  try {
    // A name appears with its content complete, and only one of several wins.
    linkSync(claim, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(claim, { force: true });
  }
}

/**
 * Runs work while no other process does the same, and takes over from one that died.
 *
 * The lock saves a second download; safety does not rest on it, because engines are put into place by one rename.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, options: LockOptions = {}): Promise<T> {
  const deadline = monotonicMs() + (options.timeoutMs ?? 600_000);
  let announced = false;
  while (!take(file)) {
    if (abandoned(file)) {
      const aside = `${file}.${randomUUID()}`;
      try {
        renameSync(file, aside);
        rmSync(aside, { force: true });
      } catch {
        // Somebody else was faster to clear it away.
      }
      continue;
    }
    if (!announced) options.onWait?.();
    announced = true;
    if (monotonicMs() > deadline) throw new Error(`another process holds ${file} and does not let go`);
    await sleep(100, options.signal);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
