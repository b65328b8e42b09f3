import type { Engine, EngineSpec } from './engine';
import { fetchEngine, type FetchOptions } from './fetch';
import { findEngines, selectEngine } from './find';

/** An engine of this machine that answers the request, fetched when there is none yet. */
export async function ensureEngine(spec: EngineSpec, options: FetchOptions = {}): Promise<Engine> {
  const found = selectEngine(await findEngines({ cache: options.cache }), spec);
  return found ?? (await fetchEngine(spec, options));
}
