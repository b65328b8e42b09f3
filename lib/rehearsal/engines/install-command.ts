import type { EngineName } from './engine';
import type { OsRelease } from './os-release';

type Commands = Readonly<Record<EngineName, string>>;

const APT: Commands = {
  redis: 'sudo apt-get install redis-server redis-sentinel redis-tools',
  valkey: 'sudo apt-get install valkey-server valkey-sentinel valkey-tools',
};

/** By the system's id or, failing that, by the family that it is like. */
const BY_SYSTEM: Readonly<Record<string, Commands>> = {
  debian: APT,
  ubuntu: APT,
  amzn: { redis: 'sudo dnf install redis6', valkey: 'sudo dnf install valkey' },
  fedora: { redis: 'sudo dnf install redis', valkey: 'sudo dnf install valkey' },
  rhel: { redis: 'sudo dnf install redis', valkey: 'sudo dnf install valkey' },
  suse: { redis: 'sudo zypper install redis', valkey: 'sudo zypper install valkey' },
  alpine: { redis: 'sudo apk add redis', valkey: 'sudo apk add valkey valkey-cli' },
  arch: { redis: 'sudo pacman -S redis', valkey: 'sudo pacman -S valkey' },
  darwin: { redis: 'brew install redis', valkey: 'brew install valkey' },
};

/** The exact command that installs an engine on a system; `undefined` where none is known. */
export function installCommand(engine: EngineName, system: OsRelease): string | undefined {
  // Debian 12 carries Valkey in its backports only.
  if (system.codename === 'bookworm' && engine === 'valkey') {
    return APT.valkey.replace('install', 'install -t bookworm-backports');
  }
  const known = [system.id, ...system.like].find((name) => name in BY_SYSTEM);
  return known === undefined ? undefined : BY_SYSTEM[known]?.[engine];
}
