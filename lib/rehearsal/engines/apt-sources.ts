import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Distribution } from './suites';

/** One archive that this machine's package manager is configured to use. */
export interface AptSource {
  readonly uri: string;
  readonly suites: readonly string[];
  readonly components: readonly string[];
  /** Path of a keyring, or an armoured key block. @default - apt's own trusted keys */
  readonly signedBy?: string;
}

/** Reads the one-line format: `deb [signed-by=/x.gpg] URI suite component...`. */
export function parseOneLineSources(text: string): AptSource[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    if (!match?.[2] || !match[3]) return [];
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(match[1] ?? '')?.[1];
    return [{ uri: match[2], suites: [match[3]], components: words(match[4] ?? ''), signedBy }];
  });
}

/**
 * Reads the deb822 format of `*.sources` files.
 * @see https://manpages.debian.org/bookworm/apt/sources.list.5.en.html#DEB822-STYLE_FORMAT
 */
export function parseDeb822Sources(text: string): AptSource[] {
  // Comments go first: one may stand between a field and its continuation.
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  return lines
    .join('\n')
    .split(/\n\s*\n/)
    .flatMap((stanza) => {
      const fields = deb822Fields(stanza);
      if (!words(fields.get('types') ?? '').includes('deb')) return [];
      if (/^(no|false|off|0)$/i.test(fields.get('enabled') ?? '')) return [];
      return words(fields.get('uris') ?? '').map((uri) => ({
        uri,
        suites: words(fields.get('suites') ?? ''),
        components: words(fields.get('components') ?? ''),
        signedBy: fields.get('signed-by'),
      }));
    });
}

function deb822Fields(stanza: string): Map<string, string> {
  const fields = new Map<string, string>();
  let name: string | undefined;
  for (const line of stanza.split('\n')) {
    const start = /^([A-Za-z0-9-]+):\s*(.*)$/.exec(line);
    if (start?.[1] !== undefined) {
      name = start[1].toLowerCase();
      fields.set(name, start[2] ?? '');
    } else if (name !== undefined && /^\s/.test(line)) {
      fields.set(name, `${fields.get(name) ?? ''}\n${line}`);
    }
  }
  return fields;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Everything that the machine's package manager may use, in its own order. */
export function readAptSources(root = '/'): AptSource[] {
  const apt = path.join(root, 'etc/apt');
  const parts = path.join(apt, 'sources.list.d');
  const files = [path.join(apt, 'sources.list')];
  if (existsSync(parts)) files.push(...readdirSync(parts).sort().map((name) => path.join(parts, name)));
  return files.filter((file) => existsSync(file)).flatMap((file) => {
    if (file.endsWith('.list')) return parseOneLineSources(readFileSync(file, 'utf8'));
    if (file.endsWith('.sources')) return parseDeb822Sources(readFileSync(file, 'utf8'));
    return [];
  });
}

const CODENAMES: Readonly<Record<Distribution, RegExp>> = {
  debian: /^(stable|oldstable|testing|unstable|sid|buster|bullseye|bookworm|trixie|forky|duke)(-updates|-backports)?$/,
  ubuntu: /^(focal|jammy|noble|oracular|plucky|questing|resolute)(-updates|-backports)?$/,
};

/**
 * The machine's own mirror of a distribution's main archive.
 *
 * A mirror carries every suite, so one configured for this machine's release serves the others too,
 * through whatever proxy or firewall the machine lives behind. Vendors' archives that
 * imitate a codename are told apart by the component.
 */
export function mirrorOf(distribution: Distribution, sources: readonly AptSource[]): AptSource | undefined {
  return sources.find(
    (source) =>
      /^(https?|mirror\+https?|file|copy):/.test(source.uri) &&
      source.components.includes('main') &&
      source.suites.some((suite) => CODENAMES[distribution].test(suite)),
  );
}
