import type { EngineName } from './engine';

export type Distribution = 'debian' | 'ubuntu';

/** A package archive's suite and what it carried when this table was written. */
export interface Suite {
  readonly distribution: Distribution;
  readonly name: string;
  readonly components: readonly string[];
  /** Versions seen there. Only an order of trial: the version that arrives is checked. */
  readonly carries: Partial<Record<EngineName, string>>;
  /** A suite that fills gaps of this one, because it holds only a part of the packages. @default - complete in itself */
  readonly completedBy?: string;
  /** Whether the suite moves on, so that its version may be another by now. */
  readonly rolling: boolean;
}

/**
 * Suites in order of trial.
 *
 * Released suites come first: what they carry changes only in the patch level.
 * @see https://packages.debian.org/search?keywords=redis-server
 * @see https://packages.debian.org/search?keywords=valkey-server
 * @see https://packages.ubuntu.com/search?keywords=redis-server
 */
export const SUITES: readonly Suite[] = [
  { distribution: 'debian', name: 'trixie', components: ['main'], carries: { redis: '8.0.2', valkey: '8.1.1' }, rolling: false },
  { distribution: 'debian', name: 'bookworm', components: ['main'], carries: { redis: '7.0.15' }, rolling: false },
  { distribution: 'debian', name: 'bookworm-backports', completedBy: 'bookworm', components: ['main'], carries: { valkey: '8.0.1' }, rolling: false },
  { distribution: 'debian', name: 'sid', components: ['main'], carries: { redis: '8.0.6', valkey: '9.1.2' }, rolling: true },
  { distribution: 'ubuntu', name: 'noble', components: ['main', 'universe'], carries: { redis: '7.0.15' }, rolling: false },
  { distribution: 'ubuntu', name: 'jammy', components: ['main', 'universe'], carries: { redis: '6.0.16' }, rolling: false },
];

/** Public archives, used where the machine's own package sources name none. */
export const PUBLIC_ARCHIVES: Readonly<Record<Distribution, Readonly<Record<'x64' | 'arm64', string>>>> = {
  debian: { x64: 'http://deb.debian.org/debian', arm64: 'http://deb.debian.org/debian' },
  ubuntu: { x64: 'http://archive.ubuntu.com/ubuntu', arm64: 'http://ports.ubuntu.com/ubuntu-ports' },
};

/** The package, present in both distributions, that carries each archive's keys. */
export const KEYRINGS: Readonly<Record<Distribution, { readonly packageName: string; readonly file: string }>> = {
  debian: { packageName: 'debian-archive-keyring', file: 'usr/share/keyrings/debian-archive-keyring.gpg' },
  ubuntu: { packageName: 'ubuntu-keyring', file: 'usr/share/keyrings/ubuntu-archive-keyring.gpg' },
};
