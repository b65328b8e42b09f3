import { ensureEngine, EngineUnavailableError, findEngines, type Engine, type EngineSpec, type FetchOptions } from './engines';
import { SUITES } from './engines/suites';

/** The engine of the wanted version, or of the nearest one that this machine has or can fetch; the same engine always. */
export async function nearestEngine(wanted: EngineSpec, options: FetchOptions = {}): Promise<Engine> {
  try {
    return await ensureEngine(wanted, options);
  } catch (error) {
    if (!(error instanceof EngineUnavailableError)) throw error;
    for (const version of await otherVersions(wanted)) {
      try {
        return await ensureEngine({ engine: wanted.engine, version }, options);
      } catch (next) {
        if (!(next instanceof EngineUnavailableError)) throw next;
      }
    }
    throw error;
  }
}

/** Versions that can be had, nearest first; of two as near the newer one. */
async function otherVersions({ engine, version = '0' }: EngineSpec): Promise<readonly string[]> {
  const here = (await findEngines()).filter((one) => one.engine === engine).map((one) => one.version);
  const archived = SUITES.flatMap(({ carries }) => carries[engine] ?? []);
  const distance = (other: string): number => Math.abs(weight(other) - weight(version));
  return [...new Set([...here, ...archived])].sort((left, right) => distance(left) - distance(right) || weight(right) - weight(left));
}

/** A major version is farther away than any minor one. */
function weight(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 100 + minor;
}
