import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { ResolvedSelfManagedBlueprint } from '../../lib/core/blueprint/resolve-self-managed';
import { placeholdersIn } from '../../lib/core/config';
import { bootFilesOf, ENV_RESERVE_BYTES, NODE_ENV_VARIABLES, renderUserData, scriptParametersOf, secretVariable, USER_DATA_LIMIT_BYTES } from '../../lib/core/config/boot';
import { base64 } from '../../lib/core/config/boot/base64';
import { gzip } from '../../lib/core/config/boot/gzip';
import { shellWord } from '../../lib/core/config/boot/shell';
import { metricsOn } from '../../lib/core/monitoring/self-managed-metrics';
import { bootScriptsModule } from '../../scripts/generate-boot-scripts';
import { cluster, sentinel } from '../core/config/support';
import { describeUnless } from '../rehearsal/support/needs';

const many = Array.from({ length: 50 }, (_, index) => ({ name: `user-${index}`, can: ['admin' as const], keys: ['*'] }));
const cases: readonly (readonly [string, ResolvedSelfManagedBlueprint])[] = [
  ['sentinel on data nodes', sentinel()],
  ['sentinel on own nodes', sentinel({ replicas: 1 })],
  ['cluster', cluster()],
  ...(['al2023', 'debian-12', 'debian-13', 'ubuntu-24.04'] as const).flatMap((image) =>
    (['redis', 'valkey'] as const).map((engine): readonly [string, ResolvedSelfManagedBlueprint] => [`${engine} on ${image}`, sentinel({ image, engine })]),
  ),
  ['50 administrators', sentinel({ users: many })],
  ['120 nodes and 50 administrators', cluster({ shards: Array.from({ length: 40 }, (_, index) => `s${index + 1}`), replicas: 2, users: many })],
];
/** The first node and the last: all others are between them. */
const nodesOf = (resolved: ResolvedSelfManagedBlueprint): ReturnType<typeof bootFilesOf>[] => [resolved.nodes.at(0)!, resolved.nodes.at(-1)!].map((node) => bootFilesOf(resolved, node));
const fileOf = (boot: ReturnType<typeof bootFilesOf>, name: string): string => boot.files.find(({ path: place }) => place.endsWith(`/${name}`))?.content ?? '';
const noShell = spawnSync('shellcheck', ['--version']).status === 0 ? undefined : 'no shellcheck here';

describe.each(cases)('boot files: %s', (_, resolved) => {
  test('user data fits with room for the values of the deployment', () => {
    const sizes = nodesOf(resolved).map(({ files, command }) => renderUserData({ files, command, envLines: [] }).length);
    expect(Math.max(...sizes)).toBeLessThan(USER_DATA_LIMIT_BYTES - ENV_RESERVE_BYTES);
  });

  test('no file holds a secret: what is secret is a placeholder in a template', () => {
    for (const { files } of nodesOf(resolved)) {
      for (const { path: place, content } of files) {
        if (placeholdersIn(content).some((one) => one.startsWith('password'))) expect(place).toMatch(/^\/etc\/redis-blueprints\/(engine\.conf|sentinel\.conf|users\.acl|sentinel-users\.acl)$/);
        expect(content).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}/);
      }
    }
  });

  test('every path stands once, is absolute, and nobody but root may write it', () => {
    for (const { files } of nodesOf(resolved)) {
      const places = files.map(({ path: place }) => place);
      expect(new Set(places).size).toBe(places.length);
      expect(places.filter((place) => !place.startsWith('/'))).toEqual([]);
      expect(files.filter(({ mode }) => !/^0[67][45][45]$/.test(mode))).toEqual([]);
    }
  });

  test('files that the shell reads are words, whatever names are', () => {
    for (const boot of nodesOf(resolved)) {
      const ran = spawnSync('bash', ['--norc', '-eu', '-c', `${fileOf(boot, 'plan.env')}\nprintf '%s' "$NODE \${#USERS[@]} \${#METRICS[@]}"`], { encoding: 'utf8' });
      expect(ran.stderr).toBe('');
      expect(ran.stdout).toMatch(/^\S+ \d+ \d+$/);
    }
  });
});

test('the scripts are what the shell files say', () => {
  expect(readFileSync(path.join(__dirname, '../../lib/core/config/boot/scripts.generated.ts'), 'utf8')).toBe(bootScriptsModule());
});

describeUnless(noShell, 'shellcheck', () => {
  test('finds nothing in the scripts nor in user data', () => {
    const folder = path.join(__dirname, '../../lib/core/config/boot/scripts');
    const scripts = spawnSync('bash', ['-c', `shellcheck ${shellWord(folder)}/*.sh`], { encoding: 'utf8' });
    expect(scripts.stdout).toBe('');
    const boot = nodesOf(sentinel())[0]!;
    const data = spawnSync('shellcheck', ['-'], { input: renderUserData({ ...boot, envLines: ['REGION=eu-central-1'] }), encoding: 'utf8' });
    expect(data.stdout).toBe('');
  });
});

test('parameters hold the scripts in parts of the standard tier, below the folder that a node may read', () => {
  const parameters = scriptParametersOf({ cacheId: 'sessions' });
  expect(parameters.length).toBeLessThanOrEqual(10);
  expect(parameters.filter(({ value }) => value.length > 4096)).toEqual([]);
  expect(parameters.filter(({ name }) => !/^\/redis-blueprints\/sessions\/boot\/[0-9a-f]{12}\/\d\d$/.test(name))).toEqual([]);
  const script = gunzipSync(Buffer.from(parameters.map(({ value }) => value).join(''), 'base64')).toString();
  expect(script).toContain("cat >/usr/local/sbin/redis-blueprints-node <<'END_OF_FILE'");
  expect(spawnSync('bash', ['-n'], { input: script }).status).toBe(0);
});

test('user data writes the same files with the modes that are stated', () => {
  const work = mkdtempSync(path.join(tmpdir(), 'rb-files-'));
  try {
    const { files, command } = bootFilesOf(sentinel(), sentinel().nodes[0]!);
    const text = renderUserData({ files, command, envLines: ['REGION=${Token[1]}', "SECRET_ARN_app=$(touch x)'"] });
    expect(text.slice(0, 2)).toBe('#!');
    expect(text).toContain("\nSECRET_ARN_app=$(touch x)'\n");
    expect(text.split('\n').slice(-3)).toEqual(['/usr/local/sbin/redis-blueprints-bootstrap', 'exec /usr/local/sbin/redis-blueprints-node boot', '']);
    const packed = /<<'END_OF_FILES'[^\n]*\n([^]*)\nEND_OF_FILES\n/.exec(text)![1]!;
    writeFileSync(path.join(work, 'packed'), packed);
    const written = spawnSync('bash', ['-c', 'base64 -d packed | gzip -d'], { cwd: work, encoding: 'utf8' }).stdout;
    for (const { path: place, mode, content } of files.filter(({ path: one }) => one.startsWith('/etc/'))) {
      expect(written).toContain(`cat >${place} <<'END_OF_FILE'\n${content}END_OF_FILE\nchmod ${mode} ${place}\n`);
    }
  } finally {
    rmSync(work, { recursive: true });
  }
});

test('user data that would be too large is refused with its size', () => {
  // Names without a pattern do not compress.
  const noise = Array.from({ length: 1500 }, (_, index) => ((index * 2654435761) >>> 0).toString(36)).map((name) => ({ name, can: ['read' as const], keys: [`${name}:*`] }));
  const resolved = sentinel({ users: noise });
  const { files, command } = bootFilesOf(resolved, resolved.nodes[0]!);
  expect(() => renderUserData({ files, command, envLines: [] })).toThrow(/^user data of a node takes \d+ bytes without its environment file, of 13312; fewer users, shorter lists of commands or fewer directives make it smaller/);
});

test('a node reads no variable that user data does not write', () => {
  const scripts = bootFilesOf(sentinel(), sentinel().nodes[0]!).files.filter(({ path: place }) => place.startsWith('/usr/local/')).map(({ content }) => content).join('');
  for (const { name } of NODE_ENV_VARIABLES.filter(({ name: one }) => !one.endsWith('*'))) expect(scripts).toMatch(new RegExp(`\\$${name}\\b|=${name}=`));
  expect(secretVariable('app')).toBe('SECRET_ARN_app');
  expect(secretVariable('app-1')).toBe('SECRET_ARN_app_2d_1');
  expect(secretVariable('app_1')).not.toBe(secretVariable('app-1'));
});

test.each([['sentinel', sentinel()], ['cluster', cluster()]] as const)('%s: every metric that alarms read is in the publisher', (_, resolved) => {
  const node = resolved.nodes[0]!;
  const publisher = fileOf(bootFilesOf(resolved, node), 'metrics.sh');
  expect(metricsOn(node.duty, resolved.kind).map(({ name }) => name).filter((name) => !publisher.includes(` ${name} `))).toEqual([]);
});

test('units: a planned stop has the time that the plan states, and the engine stops before the Sentinel that it asks', () => {
  const resolved = sentinel({ workload: 'session' });
  const boot = bootFilesOf(resolved, resolved.nodes[0]!);
  const engine = fileOf(boot, 'redis-blueprints-engine.service');
  expect(boot.stopTimeoutSeconds).toBe(60);
  expect(engine).toContain('TimeoutStopSec=60\n');
  expect(engine).toContain('After=network-online.target redis-blueprints-prepare.service redis-blueprints-sentinel.service\n');
  expect(engine).toContain('ExecStop=+/usr/local/sbin/redis-blueprints-node stop\n');
});

test('gzip: any text comes back as it was', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 3000 })), (text) => gunzipSync(gzip(text)).toString() === Buffer.from(text).toString()), { numRuns: 300 });
  expect(gunzipSync(gzip('x'.repeat(100_000))).length).toBe(100_000);
});

test('base64: as Node.js has it', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => base64(bytes, Infinity) === Buffer.from(bytes).toString('base64')));
});

test('words of the shell come back as they were', () => {
  fc.assert(fc.property(fc.string({ maxLength: 20 }).filter((text) => !text.includes('\0')), (text) => spawnSync('bash', ['-c', `printf '%s' ${shellWord(text) || "''"}`]).stdout.toString() === text), { numRuns: 30 });
});
