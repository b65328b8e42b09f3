import { chmodSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import * as path from 'node:path';
import { RehearsalError } from './errors';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder that keeps fetched engines between rehearsals.
 *
 * `REDIS_BLUEPRINTS_CACHE` wins; otherwise the XDG cache folder is used.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function cacheDirectory(environment: Environment = process.env): string {
  const own = environment.REDIS_BLUEPRINTS_CACHE;
  if (own) return path.resolve(own);
  const xdg = environment.XDG_CACHE_HOME;
  // The specification says that a relative path must be ignored.
  const base = xdg && path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.cache');
  return path.join(base, 'redis-blueprints');
}

/** This user as the machine knows it: within a user namespace everybody calls himself 0. */
function outerUid(uid: number): number {
  try {
    const [inside, outside] = readFileSync('/proc/self/uid_map', 'utf8').trim().split(/\s+/).map(Number);
    return inside === uid && outside !== undefined ? outside : uid;
  } catch {
    return uid;
  }
}

/**
 * The folder under which each run of the fleet keeps its files.
 *
 * It lies under the temporary folder because Unix socket paths end at 108 bytes, and it is closed
 * to other users because runs hold private keys and passwords.
 */
export function runsDirectory(): string {
  const { uid } = userInfo();
  const directory = path.join(tmpdir(), `redis-blueprints-${outerUid(uid)}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const found = lstatSync(directory);
  if (!found.isDirectory() || (uid >= 0 && found.uid !== uid)) {
    throw new RehearsalError(
      'RB950',
      `the run folder ${directory} belongs to somebody else; remove it or set TMPDIR to a folder of your own`,
    );
  }
  chmodSync(directory, 0o700);
  return directory;
}
