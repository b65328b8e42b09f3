import { listed } from '../../core/rules/wording';
import { UsageError } from '../exit';
import { ownPackage } from '../own-package';
import { PACKAGES } from './toolkits';
import type { Toolkit } from './toolkits';

/** @throws UsageError with the line that installs what is missing. */
export function requirePeers(toolkit: Toolkit): void {
  const missing = PACKAGES[toolkit].filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const { peers } = ownPackage();
  const wanted = missing.map((name) => (peers[name] === undefined ? name : `'${name}@${peers[name]}'`));
  throw new UsageError(`synth through ${toolkit} needs ${listed(missing, 'and')}, which ${missing.length === 1 ? 'is' : 'are'} not installed`, `run npm install ${wanted.join(' ')}`);
}

/** Looks for the manifest, since not every package has an entry point that can be resolved. */
function isInstalled(name: string): boolean {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}
