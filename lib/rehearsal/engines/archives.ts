import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { createAptRoot, type Archive } from './apt-root';
import { mirrorOf, type AptSource } from './apt-sources';
import type { EngineSpec, OnProgress } from './engine';
import { readOsRelease } from './os-release';
import { KEYRINGS, PUBLIC_ARCHIVES, SUITES, type Distribution, type Suite } from './suites';
import { unpackPackages } from './unpack';
import { satisfies } from './version';

/** Suites worth a try, the machine's own distribution first, suites that may have moved on last. */
export function candidateSuites(spec: EngineSpec, own: Distribution): Suite[] {
  // Only Debian's packages are used away from home: they run anywhere with their own loader, and Ubuntu vouches for their keys.
  const usable = SUITES.filter((suite) => suite.distribution === own || suite.distribution === 'debian');
  const carrying = usable.filter((suite) => suite.carries[spec.engine] !== undefined);
  const known = carrying.filter((suite) => satisfies(suite.carries[spec.engine] ?? '', spec.version));
  const moved = carrying.filter((suite) => suite.rolling && !known.includes(suite));
  const foreign = (suite: Suite): number => (suite.distribution === own ? 0 : 1);
  return [...known.sort((left, right) => foreign(left) - foreign(right)), ...moved];
}

export interface ArchiveOptions {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** Where a suite can be had: the machine's own mirror, then the public archive. */
export async function archivesFor(
  suite: Suite,
  sources: readonly AptSource[],
  keys: string,
  options: ArchiveOptions,
): Promise<Archive[]> {
  const own = mirrorOf(suite.distribution, sources);
  const publicUri = PUBLIC_ARCHIVES[suite.distribution][process.arch === 'arm64' ? 'arm64' : 'x64'];
  const uris = [...new Set([...(own === undefined ? [] : [own.uri]), publicUri].map((uri) => uri.replace(/\/$/, '')))];
  const signedBy = own?.signedBy ?? (await keyring(suite.distribution, sources, keys, options));
  return uris.map((uri) => ({
    uri,
    signedBy,
    suites: [suite.name, ...(suite.completedBy === undefined ? [] : [suite.completedBy])],
    components: suite.components,
    acceptExpired: suite.rolling,
  }));
}

/**
 * The keys of a distribution's archive: installed ones, or those that this machine's own archive vouches for.
 *
 * Ubuntu carries Debian's keyring as a package and the reverse, so trust in a foreign archive needs no key from the network.
 */
async function keyring(
  distribution: Distribution,
  sources: readonly AptSource[],
  keys: string,
  options: ArchiveOptions,
): Promise<string | undefined> {
  const { packageName, file } = KEYRINGS[distribution];
  const installed = path.join('/', file);
  if (existsSync(installed)) return installed;
  const system = readOsRelease();
  const home: Distribution = distribution === 'debian' ? 'ubuntu' : 'debian';
  const own = mirrorOf(home, sources);
  // Without a keyring file, apt falls back on the keys that the system itself trusts.
  if (own === undefined || system.codename === undefined) return undefined;
  const unpacked = path.join(keys, distribution);
  const keyFile = path.join(unpacked, file);
  if (existsSync(keyFile)) return keyFile;
  const apt = await createAptRoot({
    directory: path.join(keys, `${distribution}-apt`),
    archive: {
      uri: own.uri,
      suites: [system.codename],
      components: home === 'ubuntu' ? ['main', 'universe'] : ['main'],
      signedBy: own.signedBy,
      acceptExpired: false,
    },
    architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
    ...options,
  });
  await apt.update();
  const closure = await apt.closure([packageName], system.codename);
  const debs = path.join(keys, `${distribution}-debs`);
  await apt.download(closure.filter(({ name }) => name === packageName), debs);
  await unpackPackages(debs, unpacked, options.signal);
  return keyFile;
}
