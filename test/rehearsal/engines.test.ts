import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { EngineUnavailableError, fetchEngine, findEngines, selectEngine, type FetchProgress } from '../../lib/rehearsal/engines';
import { archivesFor, candidateSuites } from '../../lib/rehearsal/engines/archives';
import { createAptRoot, deb822 } from '../../lib/rehearsal/engines/apt-root';
import { mirrorOf, parseDeb822Sources, parseOneLineSources, readAptSources } from '../../lib/rehearsal/engines/apt-sources';
import { installCommand } from '../../lib/rehearsal/engines/install-command';
import { satisfies, upstreamVersion } from '../../lib/rehearsal/engines/version';
import { cacheDirectory } from '../../lib/rehearsal/paths';
import { describeUnless, missingArchive, missingEngine } from './support/needs';

describe('the machine\'s package sources', () => {
  test('one-line entries, with options, comments and sources of source code', () => {
    const text = [
      '# deb http://old.example/debian buster main',
      'deb [arch=amd64 signed-by=/usr/share/keyrings/x.gpg] http://mirror.example/debian bookworm main contrib # near',
      'deb-src http://mirror.example/debian bookworm main',
      'deb http://plain.example/debian/ trixie main',
    ].join('\n');
    expect(parseOneLineSources(text)).toEqual([
      { uri: 'http://mirror.example/debian', suites: ['bookworm'], components: ['main', 'contrib'], signedBy: '/usr/share/keyrings/x.gpg' },
      { uri: 'http://plain.example/debian/', suites: ['trixie'], components: ['main'], signedBy: undefined },
    ]);
  });

  test('deb822 stanzas, with inline keys, comments and disabled ones', () => {
    const key = '\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n abc\n -----END PGP PUBLIC KEY BLOCK-----';
    const text = `Types: deb deb-src\n# why\nURIs: http://one.example/debian http://two.example/debian\nSuites: bookworm\n bookworm-updates\nComponents: main\nSigned-By:${key}\n\nEnabled: no\nTypes: deb\nURIs: http://off.example\nSuites: bookworm\nComponents: main\n\n\nTypes: deb-src\nURIs: http://src.example\nSuites: bookworm\nComponents: main\n`;
    const sources = parseDeb822Sources(text);
    expect(sources.map(({ uri }) => uri)).toEqual(['http://one.example/debian', 'http://two.example/debian']);
    expect(sources[0]).toMatchObject({ suites: ['bookworm', 'bookworm-updates'], signedBy: key });
    expect(deb822({ uri: 'u', suites: ['sid'], components: ['main'], signedBy: key, acceptExpired: true })).toBe(
      `Types: deb\nURIs: u\nSuites: sid\nComponents: main\nSigned-By: ${key}\nCheck-Valid-Until: no\n`,
    );
  });

  test('the mirror is the archive of the distribution, not its security archive or a vendor\'s', () => {
    const sources = parseOneLineSources(
      [
        'deb http://security.example/debian-security bookworm-security main',
        'deb https://vendor.example/tool bookworm stable',
        'deb cdrom:[Debian]/ bookworm main',
        'deb http://mirror.example/debian bookworm main',
      ].join('\n'),
    );
    expect(mirrorOf('debian', sources)?.uri).toBe('http://mirror.example/debian');
    expect(mirrorOf('ubuntu', sources)).toBeUndefined();
  });
});

describe('versions', () => {
  test.each([
    ['8.1.1', '8', true],
    ['8.1.1', '8.1', true],
    ['8.10.0', '8.1', false],
    ['7.0.15', '8', false],
    ['7.0.15', undefined, true],
  ])('%s answers %s: %s', (have, wanted, answer) => expect(satisfies(have, wanted)).toBe(answer));

  test.each([
    ['5:8.0.2-3+deb13u3', '8.0.2'],
    ['9.1.2+dfsg1-1', '9.1.2'],
    ['8.0.1+dfsg1-1~bpo12+1', '8.0.1'],
  ])('package %s holds %s', (packageVersion, version) => expect(upstreamVersion(packageVersion)).toBe(version));

  test('suites that carry the version come first, suites that move on come last', () => {
    const names = (engine: 'redis' | 'valkey', version?: string): string[] =>
      candidateSuites({ engine, version }, 'debian').map(({ name }) => name);
    expect(names('redis', '7.0')).toEqual(['bookworm', 'sid']);
    expect(names('valkey', '8')).toEqual(['trixie', 'bookworm-backports', 'sid']);
    expect(names('valkey', '9')).toEqual(['sid']);
    expect(candidateSuites({ engine: 'redis', version: '7.0' }, 'ubuntu').map(({ name }) => name)).toEqual(['noble', 'bookworm', 'sid']);
  });
});

describe('where no engine can be had', () => {
  test.each([
    [{ id: 'debian', like: [], codename: 'bookworm' }, 'sudo apt-get install -t bookworm-backports valkey-server valkey-sentinel valkey-tools'],
    [{ id: 'pop', like: ['ubuntu', 'debian'], codename: 'noble' }, 'sudo apt-get install valkey-server valkey-sentinel valkey-tools'],
    [{ id: 'amzn', like: ['fedora'] }, 'sudo dnf install valkey'],
    [{ id: 'darwin', like: [] }, 'brew install valkey'],
    [{ id: 'plan9', like: [] }, undefined],
  ])('%j is told to run %s', (system, command) => expect(installCommand('valkey', system)).toBe(command));

  test('the error says what was tried and what to do', () => {
    const error = new EngineUnavailableError({ engine: 'redis', version: '8' }, ['this system has no apt-get to fetch packages with'], { id: 'fedora', like: [] });
    expect(error.message).toBe(
      '`engine` must be on this machine or in its package archives, got no redis 8 (this system has no apt-get to fetch packages with); install it with `sudo dnf install redis` [RB970]',
    );
    expect(error.installCommand).toBe('sudo dnf install redis');
  });

  test('the cache follows the environment', () => {
    expect(cacheDirectory({ REDIS_BLUEPRINTS_CACHE: '/c' })).toBe('/c');
    expect(cacheDirectory({ XDG_CACHE_HOME: '/x' })).toBe('/x/redis-blueprints');
    expect(cacheDirectory({ XDG_CACHE_HOME: 'relative' })).toMatch(/\.cache\/redis-blueprints$/);
  });
});

describeUnless(missingEngine({ engine: 'redis' }), 'engines of this machine', () => {
  test('are found, and their programs run', async () => {
    const engine = selectEngine(await findEngines(), { engine: 'redis' });
    expect(engine).toBeDefined();
    const server = engine!.command('server', ['--version']);
    expect(spawnSync(server.file, server.args, { encoding: 'utf8' }).stdout).toContain(`v=${engine!.version}`);
    const cli = engine!.command('cli', ['--version']);
    expect(spawnSync(cli.file, cli.args, { encoding: 'utf8' }).stdout).toContain(engine!.version);
    expect(engine!.command('sentinel', ['s.conf', '--port', '1']).args).toEqual(['s.conf', '--sentinel', '--port', '1']);
    expect(engine!.tls).toBe(true);
  });
});

describeUnless(missingArchive(), 'a fetch', () => {
  const cache = mkdtempSync(path.join(tmpdir(), 'rb-cache-'));
  afterAll(() => rmSync(cache, { recursive: true }));

  test('takes over from an interrupted one and is shared by two at a time', async () => {
    const engines = path.join(cache, 'engines');
    const dead = JSON.stringify({ pid: process.pid, startedAt: 'an earlier boot' });
    mkdirSync(path.join(engines, '.fetch-interrupted/apt'), { recursive: true });
    writeFileSync(path.join(engines, '.fetch-interrupted/owner.json'), dead);
    writeFileSync(path.join(engines, '.lock'), dead);
    mkdirSync(path.join(engines, `redis-7.0.15-${process.arch}/bin`), { recursive: true });

    const seen: FetchProgress[] = [];
    const onProgress = (progress: FetchProgress): void => void seen.push(progress);
    const [one, two] = await Promise.all([
      fetchEngine({ engine: 'redis', version: '7.0' }, { cache, onProgress }),
      fetchEngine({ engine: 'redis', version: '7.0' }, { cache, onProgress }),
    ]);

    expect(one.version).toMatch(/^7\.0\./);
    expect(two.serverPath).toBe(one.serverPath);
    expect(one.serverPath.startsWith(cache)).toBe(true);
    expect(seen.filter(({ phase }) => phase === 'unpack')).toHaveLength(1);
    expect(new Set(seen.map(({ phase }) => phase))).toEqual(new Set(['waiting', 'index', 'download', 'unpack', 'verify']));
    expect(readdirSync(engines)).toEqual([`redis-${one.version}-${process.arch}`]);
    expect(existsSync(one.cliPath!)).toBe(true);
  });

  test('trusts signatures, not mirrors: an index signed by a stranger is refused', async () => {
    const [archive] = await archivesFor(candidateSuites({ engine: 'redis', version: '8.0' }, 'debian')[0]!, readAptSources(), path.join(cache, 'keys'), {});
    const directory = path.join(cache, 'untrusted');
    const noKeys = path.join(cache, 'empty.gpg');
    writeFileSync(noKeys, '');
    const apt = await createAptRoot({ directory, archive: { ...archive!, signedBy: noKeys }, architecture: process.arch === 'arm64' ? 'arm64' : 'amd64' });
    await expect(apt.update()).rejects.toThrow(/is not signed|NO_PUBKEY|public key/);
  });

  test('of a version that nobody carries fails with the way out and leaves nothing', async () => {
    const failed = fetchEngine({ engine: 'valkey', version: '1' }, { cache });
    await expect(failed).rejects.toThrow(/got no valkey 1 \(sid: .*carries \d.*\); install it with `.*` \[RB970\]$/);
    expect(readdirSync(path.join(cache, 'engines')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('can be broken off', async () => {
    const abort = new AbortController();
    const fetched = fetchEngine({ engine: 'valkey', version: '8' }, { cache, signal: abort.signal, onProgress: () => abort.abort() });
    await expect(fetched).rejects.toThrow(/aborted/);
    expect(readdirSync(path.join(cache, 'engines')).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
