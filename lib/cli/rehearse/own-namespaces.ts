import { spawn } from 'node:child_process';
import { withOwnNamespaces } from '../../rehearsal';
import type { Io } from '../io';

/** Set in the process that has namespaces of its own, so that it does not ask for further ones. */
const INSIDE = 'REDIS_BLUEPRINTS_OWN_NAMESPACES';

/**
 * Runs this command again where it may lay out network namespaces; undefined where that is not needed or not possible.
 *
 * Root needs none of it. Engines must be there already, as the inner process has no way out to the network.
 */
export async function againInOwnNamespaces(isolation: 'auto' | 'namespaces' | 'loopback', io: Io): Promise<number | undefined> {
  if (process.platform !== 'linux' || isolation === 'loopback' || process.getuid?.() === 0 || io.env[INSIDE] !== undefined) return undefined;
  const wrapped = withOwnNamespaces(process.execPath, [...process.execArgv, ...process.argv.slice(1)]);
  if (!wrapped.possible) return undefined;
  const child = spawn(wrapped.file, [...wrapped.args], { stdio: 'inherit', env: { ...process.env, [INSIDE]: '1' } });
  // The terminal's Ctrl-C reaches the inner process by itself, which cleans up; a signal to this one alone is passed on.
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', pass);
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
