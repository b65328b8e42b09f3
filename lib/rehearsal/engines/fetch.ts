import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { messageOf } from '../errors';
import { cacheDirectory } from '../paths';
import { identify, isRunning, run, type ProcessIdentity } from '../processes';
import { createAptRoot, type AptPackage, type Archive } from './apt-root';
import { archivesFor, candidateSuites } from './archives';
import { readAptSources } from './apt-sources';
import type { Engine, EngineSpec, OnProgress } from './engine';
import { enginesFolder, findEngines, MANIFEST_FILE, readCacheEntry, selectEngine, type CacheManifest } from './find';
import { withLock } from './lock';
import { readOsRelease } from './os-release';
import { probe } from './programs';
import type { Suite } from './suites';
import { EngineUnavailableError } from './unavailable';
import { unpackPackages, writeWrappers } from './unpack';
import { satisfies, upstreamVersion } from './version';

export interface FetchOptions {
  /** @default - the cache folder of this user */
  readonly cache?: string;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

interface Attempt {
  readonly spec: EngineSpec;
  readonly suite: Suite;
  readonly archive: Archive;
  readonly stage: string;
  readonly engines: string;
  readonly options: FetchOptions;
}

/**
 * Fetches an engine from the distribution's packages into the cache, without root.
 *
 * Packages are verified by apt against the archive's signature, unpacked beside and put into place by one rename.
 * Several versions stand side by side. Throws {@link EngineUnavailableError} where it is not possible.
 */
export async function fetchEngine(spec: EngineSpec, options: FetchOptions = {}): Promise<Engine> {
  const system = readOsRelease();
  await requirePackageTools(spec);
  const engines = enginesFolder(options.cache ?? cacheDirectory());
  mkdirSync(engines, { recursive: true });
  return await withLock(
    path.join(engines, '.lock'),
    async () => {
      removeAbandonedStages(engines);
      const already = selectEngine(await findEngines({ searchPath: '', cache: options.cache }), spec);
      if (already !== undefined) return already;
      const stage = openStage(engines);
      try {
        return await tryEverything(spec, system.id, stage, engines, options);
      } finally {
        rmSync(stage, { recursive: true, force: true });
      }
    },
    {
      signal: options.signal,
      onWait: () => options.onProgress?.({ phase: 'waiting', text: 'another rehearsal is fetching an engine' }),
    },
  );
}

async function requirePackageTools(spec: EngineSpec): Promise<void> {
  if (process.platform !== 'linux') throw new EngineUnavailableError(spec, ['packages can be fetched on Linux only']);
  if (process.arch !== 'x64' && process.arch !== 'arm64') {
    throw new EngineUnavailableError(spec, [`packages are fetched for x64 and arm64, this machine is ${process.arch}`]);
  }
  for (const tool of ['apt-get', 'dpkg-deb']) {
    const there = await run(tool, ['--version'], { timeoutMs: 20_000 }).catch(() => undefined);
    if (there?.code !== 0) throw new EngineUnavailableError(spec, [`this system has no ${tool} to fetch packages with`]);
  }
}

const OWNER_FILE = 'owner.json';
const STAGE_PREFIX = '.fetch-';

function openStage(engines: string): string {
  const stage = path.join(engines, `${STAGE_PREFIX}${randomUUID()}`);
  mkdirSync(stage);
  writeFileSync(path.join(stage, OWNER_FILE), JSON.stringify(identify(process.pid)));
  return stage;
}

/** Clears what an interrupted fetch left; the caller holds the lock, so nobody is opening one now. */
function removeAbandonedStages(engines: string): void {
  for (const name of readdirSync(engines).filter((entry) => entry.startsWith(STAGE_PREFIX))) {
    const stage = path.join(engines, name);
    if (!stageIsInUse(stage)) rmSync(stage, { recursive: true, force: true });
  }
}

function stageIsInUse(stage: string): boolean {
  try {
    return isRunning(JSON.parse(readFileSync(path.join(stage, OWNER_FILE), 'utf8')) as ProcessIdentity);
  } catch {
    return false;
  }
}

async function tryEverything(
  spec: EngineSpec,
  systemId: string,
  stage: string,
  engines: string,
  options: FetchOptions,
): Promise<Engine> {
  const reasons: string[] = [];
  const sources = readAptSources();
  const suites = candidateSuites(spec, systemId === 'ubuntu' ? 'ubuntu' : 'debian');
  if (suites.length === 0) reasons.push('no known package archive carries it');
  for (const suite of suites) {
    try {
      for (const archive of await archivesFor(suite, sources, path.join(stage, 'keys'), options)) {
        try {
          return await fetchFrom({ spec, suite, archive, stage, engines, options });
        } catch (error) {
          options.signal?.throwIfAborted();
          reasons.push(`${suite.name}: ${messageOf(error)}`);
        }
      }
    } catch (error) {
      options.signal?.throwIfAborted();
      reasons.push(`${suite.name}: ${messageOf(error)}`);
    }
  }
  throw new EngineUnavailableError(spec, reasons);
}

/** What the server needs at run time; packages that only set up users and services are left out. */
function isNeeded(name: string): boolean {
  return /^(redis|valkey)-|^zlib1g$|^lib(?!pam|audit|semanage|sepol|debconf|db\d|bz2|md|bsd|acl|attr)/.test(name);
}

function requireVersion(spec: EngineSpec, packages: readonly AptPackage[], suite: Suite): void {
  const server = packages.find(({ name }) => name === `${spec.engine}-server`);
  if (server === undefined) throw new Error(`${suite.name} has no package ${spec.engine}-server`);
  const version = upstreamVersion(server.version);
  if (!satisfies(version, spec.version)) throw new Error(`${suite.name} carries ${version}`);
}

async function fetchFrom({ spec, suite, archive, stage, engines, options }: Attempt): Promise<Engine> {
  const work = path.join(stage, randomUUID());
  const apt = await createAptRoot({
    directory: path.join(work, 'apt'),
    archive,
    architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
    ...options,
  });
  await apt.update();
  const closure = await apt.closure([`${spec.engine}-server`, `${spec.engine}-tools`], suite.name);
  requireVersion(spec, closure, suite);
  const packages = closure.filter(({ name }) => isNeeded(name));
  await apt.download(packages, path.join(work, 'debs'));

  options.onProgress?.({ phase: 'unpack', text: `${packages.length} packages` });
  const entry = path.join(work, 'entry');
  await unpackPackages(path.join(work, 'debs'), path.join(entry, 'root'), options.signal);
  writeWrappers(entry, spec.engine);

  options.onProgress?.({ phase: 'verify', text: `${spec.engine}-server --version` });
  const bin = path.join(entry, 'bin');
  const facts = await probe({
    server: path.join(bin, `${spec.engine}-server`),
    cli: path.join(bin, `${spec.engine}-cli`),
  });
  if (facts === undefined) throw new Error(`the unpacked ${spec.engine}-server does not start on this machine`);
  const manifest: CacheManifest = {
    ...facts,
    suite: suite.name,
    packages: packages.map(({ name, version }) => `${name}=${version}`),
  };
  writeFileSync(path.join(entry, MANIFEST_FILE), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return putIntoPlace(entry, path.join(engines, `${facts.engine}-${facts.version}-${process.arch}`));
}

function putIntoPlace(entry: string, place: string): Engine {
  if (existsSync(place) && readCacheEntry(place) === undefined) rmSync(place, { recursive: true, force: true });
  try {
    renameSync(entry, place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // The same version is there already, which serves as well.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
  const engine = readCacheEntry(place);
  if (engine === undefined) throw new Error(`${place} is not a complete engine`);
  return engine;
}
