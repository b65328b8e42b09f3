import type { MachineImage } from '../../blueprint';
import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { listed, shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const imageEngine: SelfManagedRule = {
  code: 'RB533',
  name: 'image-engine',
  severity: 'error',
  looksAt: 'self-managed',
  title: "The image's packages offer the engine in that version.",
  why: 'Nodes install the engine from the archives of their image, whose signatures and updates they trust; another version is not there.',
  source: 'https://packages.debian.org/search?keywords=valkey',
  check: ({ resolved: { image, engine, version } }) => {
    const offered = SELF_MANAGED_DEFAULTS.version[image][engine];
    return version === offered ? [] : [hit(['version'], `must be "${offered}" for ${engine} on ${image}, got ${shown(version)}`, otherImage(engine, version), version)];
  },
};

function otherImage(engine: 'valkey' | 'redis', version: string): string {
  const images = (Object.keys(SELF_MANAGED_DEFAULTS.version) as MachineImage[]).filter((image) => SELF_MANAGED_DEFAULTS.version[image][engine] === version);
  return images.length === 0 ? 'remove it' : `remove it, or use the image ${listed(images)}`;
}
