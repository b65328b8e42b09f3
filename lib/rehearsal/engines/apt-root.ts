import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { run } from '../processes';
import type { OnProgress } from './engine';

/** An archive as a private package root uses it. */
export interface Archive {
  readonly uri: string;
  readonly suites: readonly string[];
  readonly components: readonly string[];
  readonly signedBy?: string;
  /**
   * Whether an index past its own expiry is still accepted; signatures are checked all the same.
   *
   * Only for the unstable suite, whose mirrors and snapshots often stand still for longer than a week.
   */
  readonly acceptExpired: boolean;
}

/** A package state of its own, so that no root right, no system lock and no system change is needed. */
export interface AptRoot {
  update(): Promise<void>;
  /** Names and versions that installing would bring in, from an empty system. */
  closure(packages: readonly string[], suite: string): Promise<AptPackage[]>;
  /** Downloads packages, verified against the signed index, into a folder. */
  download(packages: readonly AptPackage[], directory: string): Promise<void>;
}

export interface AptPackage {
  readonly name: string;
  readonly version: string;
}

export interface AptRootOptions {
  readonly directory: string;
  readonly archive: Archive;
  readonly architecture: 'amd64' | 'arm64';
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** The archive in the format of `*.sources` files, which alone takes inline keys. */
export function deb822(archive: Archive): string {
  return [
    'Types: deb',
    `URIs: ${archive.uri}`,
    `Suites: ${archive.suites.join(' ')}`,
    `Components: ${archive.components.join(' ')}`,
    ...(archive.signedBy === undefined ? [] : [`Signed-By: ${archive.signedBy}`]),
    ...(archive.acceptExpired ? ['Check-Valid-Until: no'] : []),
    '',
  ].join('\n');
}

/** How the machine reaches the network: its proxies, credentials and retries, and no hook of its own. */
async function networkSettings(): Promise<string[]> {
  const dump = await run('apt-config', ['dump', '--format', '%F "%v";%n'], { timeoutMs: 20_000 });
  return dump.stdout
    .split('\n')
    .filter((line) => /^Acquire::(https?|Retries|Force[A-Za-z0-9]+|Check-Valid-Until|Check-Date)\b/.test(line))
    .filter((line) => !line.endsWith(' "";'));
}

/** Lays out a private package root. */
export async function createAptRoot(options: AptRootOptions): Promise<AptRoot> {
  const { directory } = options;
  const at = (...names: string[]): string => path.join(directory, ...names);
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'etc/sources.list.d', 'etc/apt.conf.d', 'etc/preferences.d']) {
    mkdirSync(at(folder), { recursive: true });
  }
  writeFileSync(at('status'), '');
  writeFileSync(at('etc/sources.list.d/engines.sources'), deb822(options.archive));
  writeFileSync(
    at('apt.conf'),
    [
      `Dir::Etc "${at('etc')}";`,
      'Dir::Etc::sourcelist "/dev/null";',
      `Dir::Etc::sourceparts "${at('etc/sources.list.d')}";`,
      'Dir::Etc::trusted "/etc/apt/trusted.gpg";',
      'Dir::Etc::trustedparts "/etc/apt/trusted.gpg.d";',
      'Dir::Etc::netrc "/etc/apt/auth.conf";',
      'Dir::Etc::netrcparts "/etc/apt/auth.conf.d";',
      `Dir::State "${at('state')}";`,
      `Dir::State::status "${at('status')}";`,
      `Dir::Cache "${at('cache')}";`,
      `APT::Architecture "${options.architecture}";`,
      `APT::Architectures { "${options.architecture}"; };`,
      'APT::Install-Recommends "false";',
      // As root, apt would download as a user that cannot write into a private folder.
      'APT::Sandbox::User "root";',
      'APT::Update::Error-Mode "any";',
      'Acquire::Languages "none";',
      'Acquire::AllowInsecureRepositories "false";',
      'Debug::NoLocking "true";',
      ...(await networkSettings()),
      '',
    ].join('\n'),
  );
  return new PrivateAptRoot(options, at('apt.conf'));
}

class PrivateAptRoot implements AptRoot {
  constructor(
    private readonly options: AptRootOptions,
    private readonly configFile: string,
  ) {}

  async update(): Promise<void> {
    const { archive } = this.options;
    await this.apt('index', `package index of ${archive.suites.join(', ')} from ${archive.uri}`, ['update']);
  }

  async closure(packages: readonly string[], suite: string): Promise<AptPackage[]> {
    const simulated = await this.apt('index', `packages that ${packages.join(' and ')} need`, [
      '--simulate', '--target-release', suite, 'install', ...packages,
    ]);
    return simulated.split('\n').flatMap((line) => {
      const match = /^Inst (\S+) \((\S+)/.exec(line);
      return match?.[1] && match[2] ? [{ name: match[1], version: match[2] }] : [];
    });
  }

  async download(packages: readonly AptPackage[], directory: string): Promise<void> {
    mkdirSync(directory, { recursive: true });
    const wanted = packages.map(({ name, version }) => `${name}=${version}`);
    await this.apt('download', `${packages.length} packages`, ['download', ...wanted], directory);
  }

  private async apt(phase: 'index' | 'download', text: string, args: readonly string[], cwd?: string): Promise<string> {
    const { onProgress, signal } = this.options;
    onProgress?.({ phase, text });
    const result = await run('apt-get', ['--quiet', '--option', 'APT::Status-Fd=3', ...args], {
      cwd,
      signal,
      // Messages are parsed, so they must not be translated.
      env: { ...process.env, APT_CONFIG: this.configFile, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
      timeoutMs: 300_000,
      onStatusLine: (line) => {
        const percent = /^dlstatus:[^:]*:([\d.]+):/.exec(line)?.[1];
        if (percent !== undefined) onProgress?.({ phase, fraction: Math.min(1, Number(percent) / 100), text });
      },
    });
    if (result.code !== 0) throw new Error(`${text}: ${firstComplaint(result.stderr)}`);
    return result.stdout;
  }
}

function firstComplaint(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => line.startsWith('E:')) ?? lines.at(-1) ?? 'apt-get failed without a word').trim();
}
