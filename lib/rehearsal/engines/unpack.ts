import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { run } from '../processes';
import type { EngineName } from './engine';

const PROGRAMS = ['server', 'cli', 'benchmark', 'check-rdb', 'check-aof'] as const;

/** Unpacks downloaded packages into a folder, without installing anything. */
export async function unpackPackages(debs: string, root: string, signal?: AbortSignal): Promise<void> {
  mkdirSync(root, { recursive: true });
  for (const name of readdirSync(debs).filter((file) => file.endsWith('.deb'))) {
    const result = await run('dpkg-deb', ['--extract', path.join(debs, name), root], { signal, timeoutMs: 120_000 });
    if (result.code !== 0) throw new Error(`${name} cannot be unpacked: ${result.stderr.trim()}`);
  }
}

function libraryFolders(root: string): string[] {
  const triplet = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  return [`lib/${triplet}`, `usr/lib/${triplet}`].filter((folder) => existsSync(path.join(root, folder)));
}

/**
 * The unpacked tree's own program loader, relative to the tree.
 *
 * The short name in /lib64 is a link to an absolute path, which would lead out of the tree to the system's loader.
 */
function loaderIn(root: string): string {
  for (const folder of libraryFolders(root)) {
    const name = readdirSync(path.join(root, folder)).find((file) => /^ld-linux-[a-z0-9-]+\.so\.\d+$/.test(file));
    if (name !== undefined && statSync(path.join(root, folder, name)).isFile()) return path.join(folder, name);
  }
  throw new Error('the unpacked packages hold no program loader');
}

/**
 * Writes `bin/<engine>-<program>` wrappers that run an unpacked program with its own loader and libraries.
 *
 * Binaries of a newer release ask for a newer C library than the machine has. The wrapper replaces itself
 * by the program, so signals and process ids are the program's own, and it finds its tree
 * from its own place, so the folder can be renamed.
 */
export function writeWrappers(entry: string, engine: EngineName): void {
  const root = path.join(entry, 'root');
  const bin = path.join(entry, 'bin');
  const loader = loaderIn(root);
  const libraries = libraryFolders(root).map((folder) => `$root/${folder}`).join(':');
  mkdirSync(bin, { recursive: true });
  for (const program of PROGRAMS) {
    const name = `${engine}-${program}`;
    if (!existsSync(path.join(root, 'usr/bin', name))) continue;
    const lines = [
      '#!/bin/sh',
      'root=${0%/*}/../root',
      'unset LD_PRELOAD LD_LIBRARY_PATH',
      // The machine's configuration may load modules built for another OpenSSL.
      'export OPENSSL_CONF=/dev/null',
      `exec "$root/${loader}" --argv0 ${name} --library-path "${libraries}" "$root/usr/bin/${name}" "$@"`,
      '',
    ];
    writeFileSync(path.join(bin, name), lines.join('\n'));
    chmodSync(path.join(bin, name), 0o755);
  }
}
