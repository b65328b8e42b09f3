import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { ACL_FILES, placeholdersIn, substitute } from '../../../lib/core/config';
import type { Engine, EngineProgram } from '../../../lib/rehearsal/engines';
import { createAuthority, writeTlsFiles } from '../../../lib/rehearsal/tls';

/** Nodes of one deployment on loopback addresses of their own, started from rendered files. */
export class Deployment {
  private static made = 0;
  readonly directory = mkdtempSync(join(tmpdir(), 'rb-config-'));
  private readonly authority = createAuthority('test');
  private readonly processes: ChildProcess[] = [];
  private readonly clients: Redis[] = [];
  private readonly network = `127.${10 + (process.pid % 200)}.${1 + (Deployment.made++ % 250)}`;

  constructor(
    readonly engine: Engine,
    private readonly names: readonly string[],
  ) {}

  address(name: string): string {
    return `${this.network}.${this.names.indexOf(name) + 1}`;
  }

  password(user: string): string {
    return `only-for-this-test-${user}`;
  }

  get ca(): string {
    return this.authority.cert;
  }

  fill(text: string, name: string): string {
    const places = { dir: join(this.directory, name), tls: join(this.directory, name, 'tls'), run: join(this.directory, name, 'run'), loopback: '' };
    const values = placeholdersIn(text).map((placeholder): [string, string] => {
      const [kind = '', subject = ''] = placeholder.split(/:(.*)/s);
      if (kind === 'address') return [placeholder, this.address(subject)];
      if (kind === 'password') return [placeholder, this.password(subject)];
      if (kind === 'password-sha256') return [placeholder, createHash('sha256').update(this.password(subject)).digest('hex')];
      return [placeholder, places[kind as keyof typeof places]];
    });
    return substitute(text, Object.fromEntries(values));
  }

  /** Starts a program of a node from its configuration and ACL file. */
  async start(name: string, program: EngineProgram & keyof typeof FILES, conf: string, acl: string, port: number): Promise<void> {
    const folder = join(this.directory, name);
    mkdirSync(join(folder, 'run'), { recursive: true });
    writeTlsFiles(join(folder, 'tls'), this.authority, this.authority.issue({ commonName: name, hosts: [this.address(name)] }));
    writeFileSync(join(folder, 'run', FILES[program]), this.fill(acl, name));
    const file = join(folder, `${program}.conf`);
    writeFileSync(file, this.fill(conf, name));
    const command = this.engine.command(program, [file]);
    let log = '';
    const started = spawn(command.file, command.args, { cwd: folder });
    started.stdout.on('data', (text: Buffer) => (log += text.toString()));
    started.stderr.on('data', (text: Buffer) => (log += text.toString()));
    this.processes.push(started);
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if (started.exitCode !== null) throw new Error(`${name} ${program} ended: ${log}`);
      if (/ready to accept connections|Sentinel ID is/i.test(log)) return;
      await sleep(50);
    }
    throw new Error(`${name} ${program} did not start on ${port}: ${log}`);
  }

  client(name: string, port: number, username?: string, secure = true): Redis {
    const client = new Redis({
      host: this.address(name),
      port,
      ...(username === undefined ? {} : { username, password: this.password(username) }),
      ...(secure ? { tls: { ca: this.ca } } : {}),
      retryStrategy: () => null,
      enableReadyCheck: false,
      disableClientInfo: true,
      enableOfflineQueue: true,
      maxRetriesPerRequest: 0,
    });
    client.on('error', () => undefined);
    this.clients.push(client);
    return client;
  }

  cli(args: readonly string[], timeout = 60_000): string {
    const command = this.engine.command('cli', ['--tls', '--cacert', this.caFile(), ...args]);
    const ran = spawnSync(command.file, command.args, { encoding: 'utf8', timeout });
    return `${ran.stdout}${ran.stderr}`;
  }

  read(name: string, file: string): string {
    return readFileSync(join(this.directory, name, file), 'utf8');
  }

  async stop(): Promise<void> {
    for (const client of this.clients) client.disconnect();
    await Promise.all(
      this.processes.map(async (one) => {
        if (one.exitCode !== null || one.signalCode !== null) return;
        const ended = new Promise((resolve) => one.once('exit', resolve));
        one.kill('SIGKILL');
        await ended;
      }),
    );
    rmSync(this.directory, { recursive: true, force: true });
  }

  private caFile(): string {
    const file = join(this.directory, 'ca.crt');
    writeFileSync(file, this.ca);
    return file;
  }
}

const FILES = { server: ACL_FILES.data, sentinel: ACL_FILES.sentinel } as const;

export async function sleep(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export async function eventually(what: string, done: () => Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (await done().catch(() => false)) return;
    await sleep(100);
  }
  throw new Error(`${what} did not happen in ${timeoutMs} ms`);
}
