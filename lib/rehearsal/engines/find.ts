import { accessSync, constants, readdirSync, readFileSync, realpathSync } from 'node:fs';
import * as path from 'node:path';
import { cacheDirectory } from '../paths';
import type { Engine, EngineName, EngineSpec } from './engine';
import { assembleEngine, probe, type EngineFacts, type ProgramPaths } from './programs';
import { newestFirst, satisfies } from './version';

/** What an installed cache entry says about itself. */
export interface CacheManifest extends EngineFacts {
  /** Archive suite that it came from, such as `trixie`. */
  readonly suite: string;
  /** Packages with their versions, as `name=version`. */
  readonly packages: readonly string[];
}

export const MANIFEST_FILE = 'engine.json';

export interface FindOptions {
  /** @default - the environment's PATH */
  readonly searchPath?: string;
  /** @default - the cache folder of this user */
  readonly cache?: string;
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function beside(directory: string, name: EngineName): ProgramPaths | undefined {
  const at = (program: string): string | undefined => {
    const file = path.join(directory, `${name}-${program}`);
    return executable(file) ? file : undefined;
  };
  const server = at('server');
  if (server === undefined) return undefined;
  return {
    server,
    cli: at('cli'),
    benchmark: at('benchmark'),
    'check-rdb': at('check-rdb'),
    'check-aof': at('check-aof'),
  };
}

async function onPath(searchPath: string): Promise<Engine[]> {
  const seen = new Set<string>();
  const found: Engine[] = [];
  for (const directory of searchPath.split(path.delimiter).filter(path.isAbsolute)) {
    for (const name of ['redis', 'valkey'] as const) {
      const programs = beside(directory, name);
      if (programs === undefined || seen.has(realpathSync(programs.server))) continue;
      seen.add(realpathSync(programs.server));
      const facts = await probe(programs);
      if (facts !== undefined) found.push(assembleEngine(facts, 'path', programs));
    }
  }
  return found;
}

/** The folder that holds one folder per fetched engine. */
export function enginesFolder(cache: string): string {
  return path.join(cache, 'engines');
}

/** Reads one cache entry; `undefined` when it is not a complete one. */
export function readCacheEntry(directory: string): Engine | undefined {
  try {
    const manifest = JSON.parse(readFileSync(path.join(directory, MANIFEST_FILE), 'utf8')) as CacheManifest;
    const programs = beside(path.join(directory, 'bin'), manifest.engine);
    const { engine, version, tls, allocator } = manifest;
    return programs && assembleEngine({ engine, version, tls, allocator }, 'cache', programs);
  } catch {
    return undefined;
  }
}

function inCache(cache: string): Engine[] {
  let names: string[];
  try {
    names = readdirSync(enginesFolder(cache));
  } catch {
    return [];
  }
  return names
    // Names with a leading dot are fetches that are not finished.
    .filter((name) => !name.startsWith('.') && name.endsWith(`-${process.arch}`))
    .flatMap((name) => readCacheEntry(path.join(enginesFolder(cache), name)) ?? []);
}

/** Every real engine of this machine: first those on PATH, then fetched ones, newest first within each. */
export async function findEngines(options: FindOptions = {}): Promise<Engine[]> {
  const byVersion = (left: Engine, right: Engine): number => newestFirst(left.version, right.version);
  const installed = await onPath(options.searchPath ?? process.env.PATH ?? '');
  return [...installed.sort(byVersion), ...inCache(options.cache ?? cacheDirectory()).sort(byVersion)];
}

/** The engine among several that answers a request; an installed one wins over a fetched one. */
export function selectEngine(engines: readonly Engine[], spec: EngineSpec): Engine | undefined {
  return engines.find((one) => one.engine === spec.engine && satisfies(one.version, spec.version));
}
