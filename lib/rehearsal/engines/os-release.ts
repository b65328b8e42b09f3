import { readFileSync } from 'node:fs';

/** What the system calls itself. */
export interface OsRelease {
  /** Such as `debian`. */
  readonly id: string;
  /** Families that it is like, such as `debian` for Ubuntu. */
  readonly like: readonly string[];
  /** Such as `bookworm`. @default - the system has none */
  readonly codename?: string;
}

/**
 * Reads the system's identification.
 * @see https://www.freedesktop.org/software/systemd/man/latest/os-release.html
 */
export function readOsRelease(file = '/etc/os-release'): OsRelease {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { id: process.platform, like: [] };
  }
  const value = (name: string): string | undefined =>
    new RegExp(`^${name}=["']?([^"'\\n]*)["']?$`, 'm').exec(text)?.[1];
  return {
    id: value('ID') ?? process.platform,
    like: (value('ID_LIKE') ?? '').split(' ').filter((word) => word !== ''),
    codename: value('VERSION_CODENAME'),
  };
}
