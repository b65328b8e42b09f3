import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import * as path from 'node:path';
import { bootFilesOf } from '../../../lib/core/config/boot';
import { mirrorOf, readAptSources } from '../../../lib/rehearsal/engines/apt-sources';
import { PUBLIC_ARCHIVES } from '../../../lib/rehearsal/engines/suites';
import { sentinel } from '../../core/config/support';

const CACHE = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'redis-blueprints', 'boot-root');

/** Why the boot files cannot be run here. */
export function missingForBoot(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux';
  const probe = spawnSync('unshare', ['--mount', '--pid', '--net', '--fork', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { encoding: 'utf8' });
  if (probe.status !== 0) return `no namespaces: ${probe.stderr.trim()}`;
  const loop = spawnSync('losetup', ['-f'], { encoding: 'utf8' });
  if (loop.status !== 0) return `no loop devices: ${loop.stderr.trim()}`;
  if (existsSync(imageRoot())) return undefined;
  if (process.env.REDIS_BLUEPRINTS_BOOT_ROOT !== 'make') return 'no Debian root yet: `npm run test:boot` makes one in about two minutes';
  return spawnSync('apt-get', ['--version']).status === 0 ? undefined : 'no apt-get to make a Debian root with';
}

export function imageRoot(): string {
  return path.join(CACHE, 'debian-13-valkey');
}

/** A Debian 13 root on which the node's own bootstrap script has installed the packages; made once and kept. */
export function ensureImage(): string {
  const root = imageRoot();
  if (existsSync(root)) return root;
  const made = `${root}.${process.pid}`;
  rmSync(made, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  const mirror = mirrorOf('debian', readAptSources())?.uri ?? PUBLIC_ARCHIVES.debian.x64;
  run(debootstrap(), ['--variant=minbase', 'trixie', made, mirror], { DEBOOTSTRAP_DIR: debootstrapFolder() });
  installPackages(made);
  renameSync(made, root);
  return root;
}

/** Runs the real script up to where it asks the cloud. The AWS CLI alone is left out: a stand-in takes its place. */
function installPackages(root: string): void {
  const { files } = bootFilesOf(sentinel(), sentinel().nodes[0]!);
  const content = (end: string): string => files.find(({ path: name }) => name.endsWith(end))?.content ?? '';
  mkdirSync(path.join(root, 'etc/redis-blueprints'), { recursive: true });
  writeFileSync(path.join(root, 'etc/redis-blueprints/plan.env'), content('/plan.env').replace(' awscli)', ')'));
  writeFileSync(path.join(root, 'tmp/bootstrap'), content('redis-blueprints-bootstrap').replace(/^region=[^]*/m, ''));
  for (const program of ['aws', 'systemctl']) writeFileSync(path.join(root, 'usr/local/bin', program), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(path.join(root, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  cpSync('/etc/resolv.conf', path.join(root, 'etc/resolv.conf'), { dereference: true });
  run('unshare', ['--mount', '--pid', '--fork', 'chroot', root, '/bin/bash', '/tmp/bootstrap']);
  rmSync(path.join(root, 'etc/redis-blueprints'), { recursive: true });
}

/** Taken from the archive without installing it where the system has none. */
function debootstrap(): string {
  if (spawnSync('which', ['debootstrap']).status === 0) return 'debootstrap';
  const folder = path.join(CACHE, 'debootstrap');
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    run('apt-get', ['download', 'debootstrap'], {}, folder);
    run('dpkg-deb', ['-x', path.join(folder, readdirSync(folder).find((name) => name.endsWith('.deb'))!), folder]);
  }
  return path.join(folder, 'usr/sbin/debootstrap');
}

function debootstrapFolder(): string {
  const own = path.join(CACHE, 'debootstrap/usr/share/debootstrap');
  return existsSync(own) ? own : '/usr/share/debootstrap';
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd?: string): void {
  const ran = spawnSync(command, args, { encoding: 'utf8', cwd, env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, ...env }, timeout: 280_000, maxBuffer: 1e8 });
  if (ran.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${ran.stderr}\n${ran.stdout.slice(-2000)}`);
}

export function readSupport(name: string): string {
  return readFileSync(path.join(__dirname, name), 'utf8');
}
