import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { ResolvedSelfManagedBlueprint } from '../../../lib/core/blueprint/resolve-self-managed';
import { usersOn } from '../../../lib/core/config';
import { bootFilesOf, renderUserData, scriptParametersOf, secretVariable } from '../../../lib/core/config/boot';
import { HOOK } from '../../rehearsal/support/needs';
import { readSupport } from './image';

const SUBNET = '10.77.0';
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const enter = ({ pid }: Machine): readonly string[] => ['-t', String(pid), '-m', '-p', '-n', '-r', '-w'];

/** An instance: a Debian root and namespaces of its own, on the network of the lab. */
export interface Machine {
  readonly id: string;
  readonly node: string;
  readonly namespace: string;
  readonly work: string;
  readonly address: string;
  process: ChildProcess;
  pid: number;
}

/** A cloud of namespaces on this machine: stand-in for the API, one instance for each node. */
export class Lab {
  private static made = 0;
  readonly work = mkdtempSync(path.join(tmpdir(), 'rb-boot-'));
  private readonly namespace = `rbboot${process.pid}c${Lab.made++}`;
  private readonly machines = new Map<string, Machine>();
  private readonly children: ChildProcess[] = [];
  private count = 0;

  constructor(
    private readonly image: string,
    readonly resolved: ResolvedSelfManagedBlueprint,
  ) {}

  async open(): Promise<void> {
    process.once('exit', this.clean);
    ip('netns', 'add', this.namespace);
    this.inside('ip', 'link', 'set', 'lo', 'up');
    this.inside('ip', 'link', 'add', 'br0', 'type', 'bridge');
    for (const address of [`${SUBNET}.1/24`, '169.254.169.254/32']) this.inside('ip', 'address', 'add', address, 'dev', 'br0');
    this.inside('ip', 'link', 'set', 'br0', 'up');
    const cloud = this.spawnInside(process.execPath, ['--require', HOOK, path.join(__dirname, 'cloud.ts')]);
    await new Promise<void>((resolve, reject) => {
      cloud.stdout!.once('data', () => resolve());
      cloud.once('exit', (code) => reject(new Error(`the stand-in for the cloud ended with ${code}`)));
    });
    for (const { name, value } of scriptParametersOf(this.resolved)) this.order('parameter', { name, value });
    this.order('secret', { id: 'arn:authority' });
    for (const user of usersOf(this.resolved)) this.order('secret', { id: `arn:${user}`, text: user === 'app' ? JSON.stringify({ username: user, password: this.password(user) }) : this.password(user) });
    this.resolved.nodes.forEach((node, index) => {
      this.order('interface', { id: `eni-0000${String(index).padStart(4, '0')}`, address: this.address(node.name), mac: `02:77:00:00:00:${(16 + index).toString(16)}` });
      this.makeVolume(node.name);
    });
  }

  makeVolume(node: string): void {
    const file = path.join(this.work, `${node}.img`);
    rmSync(file, { force: true });
    execFileSync('truncate', ['-s', '256M', file]);
    this.order('volume', { id: `vol-${node}`, file });
  }

  password(user: string): string {
    return `only-for-this-test-${user}`;
  }

  address(node: string): string {
    return `${SUBNET}.${10 + this.resolved.nodes.findIndex(({ name }) => name === node)}`;
  }

  /** User data as a backend would give it. */
  userData(name: string, resolved = this.resolved): string {
    const node = resolved.nodes.find((one) => one.name === name)!;
    const { files, command } = bootFilesOf(resolved, node);
    const index = this.resolved.nodes.findIndex((one) => one.name === name);
    return renderUserData({
      files,
      command,
      envLines: [
        'REGION=eu-central-1',
        `INTERFACE_ID=eni-0000${String(index).padStart(4, '0')}`,
        `VOLUME_ID=vol-${node.name}`,
        ...usersOn(this.resolved, node).map((user) => `${secretVariable(user)}=arn:${user}`),
        'AUTHORITY_SECRET_ARN=arn:authority',
        'KEY_ARN=arn:key',
        'LOG_GROUP=node-log',
        'BACKUP_BUCKET=backups',
      ],
    });
  }

  /** A new instance of a node, whose user data is running when this returns. */
  async launch(name: string, resolved = this.resolved): Promise<Machine> {
    const number = (this.count += 1);
    const machine: Machine = {
      id: `i-${number}`,
      node: name,
      namespace: `${this.namespace}i${number}`,
      work: path.join(this.work, `i-${number}`),
      address: `${SUBNET}.${100 + number}`,
      process: undefined as unknown as ChildProcess,
      pid: 0,
    };
    mkdirSync(path.join(machine.work, 'dev'), { recursive: true });
    for (const [device, major, minor] of [['null', 1, 3], ['zero', 1, 5], ['random', 1, 8], ['urandom', 1, 9]] as const) {
      execFileSync('mknod', ['-m', '0666', path.join(machine.work, 'dev', device), 'c', String(major), String(minor)]);
    }
    for (const link of ['fd', 'stdin', 'stdout', 'stderr']) execFileSync('ln', ['-s', `/proc/self/fd${link === 'fd' ? '' : `/${['stdin', 'stdout', 'stderr'].indexOf(link)}`}`, path.join(machine.work, 'dev', link)]);
    for (const program of ['aws', 'journalctl', 'systemctl']) writeFileSync(path.join(machine.work, program), readSupport(`${program}.sh`));
    writeFileSync(path.join(machine.work, 'hosts'), ['127.0.0.1 localhost', ...this.resolved.nodes.map(({ name: one, host }) => `${this.address(one)} ${host}`), ''].join('\n'));
    this.plug(machine);
    await this.power(machine);
    this.machines.set(name, machine);
    const file = path.join(machine.work, 'disk/upper/user-data');
    writeFileSync(file, this.userData(name, resolved), { mode: 0o755 });
    await this.boot(machine);
    return machine;
  }

  machine(node: string): Machine {
    const machine = this.machines.get(node);
    if (machine === undefined) throw new Error(`${node} has no instance`);
    return machine;
  }

  /** Power off without a word, as when a host dies. */
  async kill(machine: Machine): Promise<void> {
    const ended = new Promise((resolve) => machine.process.once('exit', resolve));
    machine.process.kill('SIGKILL');
    await ended;
    await until('the instance is gone', () => !existsSync(`/proc/${machine.pid}`));
  }

  /** The group's work: the instance is gone for good and another takes the node's place. */
  async replace(node: string): Promise<Machine> {
    const machine = this.machine(node);
    await this.kill(machine);
    this.order('terminated', { id: machine.id });
    ip('netns', 'del', machine.namespace);
    return this.launch(node);
  }

  /** Power comes back: the same disk, nothing of what was in memory. */
  async reboot(machine: Machine): Promise<void> {
    await this.kill(machine);
    spawnSync('ip', ['-n', machine.namespace, 'address', 'flush', 'dev', 'eth1']);
    await this.power(machine);
    this.run(machine, 'systemctl', 'start', 'redis-blueprints.target');
  }

  run(machine: Machine, ...command: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync('nsenter', [...enter(machine), ...command], { encoding: 'utf8', timeout: 90_000, env: { PATH } });
  }

  /** A command of the node itself, as a runbook gives it. */
  command(node: string, ...words: string[]): string {
    const ran = this.run(this.machine(node), '/usr/local/sbin/redis-blueprints-node', ...words);
    if (ran.status !== 0) throw new Error(`${words.join(' ')} on ${node}: ${ran.status} ${ran.stdout}${ran.stderr}`);
    return `${ran.stdout}${ran.stderr}`;
  }

  /** An answer of the engine or of the Sentinel of a node. */
  ask(node: string, port: number, user: string, ...words: string[]): string {
    const machine = this.machine(node);
    const ran = this.run(machine, 'env', `REDISCLI_AUTH=${this.password(user)}`, 'timeout', '3', 'valkey-cli', '--tls', '--cacert', '/run/redis-blueprints/tls/ca.crt', '--user', user, '--no-auth-warning', '-h', this.address(node), '-p', String(port), ...words);
    return ran.stdout.trim();
  }

  order(name: string, body: Record<string, string> = {}): unknown {
    return JSON.parse(this.inside('curl', '-s', '-m', '10', '--data-binary', JSON.stringify(body), `http://${SUBNET}.1:8080/order/${name}`));
  }

  read(): { objects: Record<string, Record<string, unknown>>; metrics: Record<string, unknown>[]; logs: Record<string, { message: string }[]>; secrets: Record<string, string[]>; unhealthy: string[]; calls: string[] } {
    return this.order('read') as ReturnType<Lab['read']>;
  }

  /** A process beside the nodes, such as a client. */
  spawnInside(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const child = spawn('ip', ['netns', 'exec', this.namespace, command, ...args], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } });
    this.children.push(child);
    return child;
  }

  logs(node: string): string {
    const ran = this.run(this.machine(node), 'bash', '-c', 'tail -n 60 /var/log/units/*; cat /run/redis-blueprints/state');
    return ran.stdout;
  }

  /** When the test itself dies: nothing of the lab stays on the machine. */
  private readonly clean = (): void => {
    for (const child of [...this.children, ...[...this.machines.values()].map(({ process: one }) => one)]) child.kill('SIGKILL');
    for (const loop of spawnSync('losetup', ['-n', '-l', '-O', 'NAME,BACK-FILE'], { encoding: 'utf8' }).stdout.split('\n')) {
      const [name = '', file = ''] = loop.trim().split(/\s+/);
      if (file.startsWith(this.work)) spawnSync('losetup', ['-d', name]);
    }
    for (const name of spawnSync('ip', ['netns', 'list'], { encoding: 'utf8' }).stdout.split('\n')) {
      if (name.startsWith(this.namespace)) spawnSync('ip', ['netns', 'del', name.split(' ')[0]!]);
    }
    rmSync(this.work, { recursive: true, force: true });
  };

  async close(): Promise<void> {
    for (const machine of this.machines.values()) if (existsSync(`/proc/${machine.pid}`)) await this.kill(machine);
    for (const child of this.children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin!.end();
      const forced = setTimeout(() => child.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(forced);
    }
    this.clean();
    process.removeListener('exit', this.clean);
  }

  /** Runs user data, as cloud-init does once for each instance; others may boot meanwhile. */
  private async boot(machine: Machine): Promise<void> {
    const log: string[] = [];
    const child = spawn('nsenter', [...enter(machine), '/user-data'], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH } });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => log.push(text.toString()));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error(`user data of ${machine.node} ended with ${String(code)}: ${log.join('')}`);
  }

  private plug({ namespace, address }: Machine): void {
    ip('netns', 'add', namespace);
    const outer = `p${address.split('.').at(-1)}`;
    this.inside('ip', 'link', 'add', outer, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace);
    this.inside('ip', 'link', 'set', outer, 'master', 'br0', 'up');
    for (const words of [['link', 'set', 'lo', 'up'], ['address', 'add', `${address}/24`, 'dev', 'eth0'], ['link', 'set', 'eth0', 'up'], ['route', 'add', 'default', 'via', `${SUBNET}.1`]]) ip('-n', namespace, ...words);
  }

  private async power(machine: Machine): Promise<void> {
    const ready = path.join(machine.work, 'ready');
    rmSync(ready, { force: true });
    mkdirSync(path.join(machine.work, 'root'), { recursive: true });
    const log: string[] = [];
    machine.process = spawn('ip', ['netns', 'exec', machine.namespace, 'unshare', '--mount', '--pid', '--fork', '--kill-child', '/bin/bash', path.join(__dirname, 'init.sh'), this.image, machine.work], { stdio: ['ignore', 'ignore', 'pipe'] });
    machine.process.stderr!.on('data', (text: Buffer) => log.push(text.toString()));
    await until(`${machine.id} is up`, () => {
      if (machine.process.exitCode !== null) throw new Error(`${machine.id} ended: ${log.join('')}`);
      return existsSync(ready);
    });
    machine.pid = Number(readFileSync(`/proc/${machine.process.pid}/task/${machine.process.pid}/children`, 'utf8').trim().split(' ')[0]);
    this.order('instance', { id: machine.id, pid: String(machine.pid), namespace: machine.namespace, address: machine.address, dev: path.join(machine.work, 'dev') });
  }

  private inside(...command: string[]): string {
    return execFileSync('ip', ['netns', 'exec', this.namespace, ...command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }
}

function usersOf(resolved: ResolvedSelfManagedBlueprint): readonly string[] {
  return [...new Set(resolved.nodes.flatMap((node) => usersOn(resolved, node)))];
}

function ip(...words: string[]): void {
  execFileSync('ip', words, { stdio: 'pipe' });
}

export async function until(what: string, done: () => boolean, timeoutMs = 30_000): Promise<number> {
  const started = Date.now();
  for (;;) {
    if (done()) return Date.now() - started;
    if (Date.now() - started > timeoutMs) throw new Error(`not in ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
