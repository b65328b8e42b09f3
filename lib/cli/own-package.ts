import { readFileSync } from 'node:fs';
import path from 'node:path';

interface OwnPackage {
  readonly version: string;
  readonly bugs: string;
  readonly peers: { readonly [name: string]: string };
}

/** The package's own manifest. Sources and compiled files lie at different depths below it. */
export function ownPackage(): OwnPackage {
  for (let directory = __dirname; directory !== path.dirname(directory); directory = path.dirname(directory)) {
    const manifest = manifestIn(directory);
    if (manifest !== undefined) return manifest;
  }
  return { version: 'unknown', bugs: UNKNOWN_TRACKER, peers: {} };
}

const UNKNOWN_TRACKER = "the project's issue tracker";

function manifestIn(directory: string): OwnPackage | undefined {
  try {
    const { name, version, bugs, peerDependencies } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8')) as {
      name?: string;
      version: string;
      bugs?: { url?: string };
      peerDependencies?: { [name: string]: string };
    };
    return name === 'redis-blueprints' ? { version, bugs: bugs?.url ?? UNKNOWN_TRACKER, peers: peerDependencies ?? {} } : undefined;
  } catch {
    return undefined;
  }
}
