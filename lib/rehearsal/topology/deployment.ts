import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Redis } from 'ioredis';
import type { ResolvedNode, ResolvedSelfManagedBlueprint } from '../../core/blueprint/resolve-self-managed';
import {
  ACL_FILES, placeholdersIn, renderEngineConf, renderSentinelConf, renderSentinelUsersAcl, renderUsersAcl, substitute,
} from '../../core/config';
import { RehearsalError } from '../errors';
import type { Engine } from '../engines';
import type { Fleet, FleetProcess } from '../fleet';
import type { TargetTls } from '../load';
import { createAuthority, writeTlsFiles, type Authority } from '../tls';
import type { Adapted, ExtraUser } from './adapt';
import { infoFields } from './replies';
import { Passwords } from './secrets';

/** Hosts of clients: one apart from all nodes, one that faults put beside a node. */
export const CLIENT_HOST = 'client';
export const ASIDE_HOST = 'aside';
/** Host on which backups are restored. */
export const SPARE_HOST = 'spare';

export interface StartNodeOptions {
  /** Lines that boot would add below the rendered configuration. @default - none */
  readonly extra?: string;
  /** Host that the node's files stand for. @default - the node's own */
  readonly host?: string;
  /** Further arguments of the server. @default - none */
  readonly args?: readonly string[];
}

/** Nodes of one blueprint on a fleet: the same rendered files that a deployment has, with values that exist for one run. */
export abstract class Deployment<R extends ResolvedSelfManagedBlueprint = ResolvedSelfManagedBlueprint> {
  readonly authority: Authority = createAuthority('rehearsal');
  readonly passwords = new Passwords();
  private readonly admins = new Map<string, Promise<Redis>>();
  private commands = 0;

  constructor(
    readonly fleet: Fleet,
    readonly engine: Engine,
    readonly adapted: Adapted<R>,
    /** Every node that may exist during the rehearsal, those of a scale-out included. */
    readonly allNodes: readonly ResolvedNode[],
    /** Users beside those of the blueprint. */
    readonly extraUsers: readonly ExtraUser[] = [],
  ) {}

  get resolved(): R {
    return this.adapted.resolved;
  }

  node(name: string): ResolvedNode {
    const found = this.allNodes.find((one) => one.name === name);
    if (found === undefined) throw new RehearsalError('RB960', `\`node\` must be one of ${this.allNodes.map((one) => one.name).join(', ')}, got ${name}`);
    return found;
  }

  address(nodeName: string): string {
    return this.fleet.host(nodeName).address;
  }

  nodeAt(address: string): string | undefined {
    return this.allNodes.find(({ name }) => this.address(name) === address)?.name;
  }

  /** TLS of a client without a key of its own, as applications have it. */
  get tls(): TargetTls {
    return { ca: this.authority.cert };
  }

  /** Fills in what only a running deployment knows. */
  fill(text: string, nodeName: string, host = nodeName): string {
    const at = (...parts: string[]): string => path.join(this.fleet.hostDirectory(host), ...parts);
    const places: Readonly<Record<string, string>> = { dir: at('data'), tls: at('tls'), run: at('run'), loopback: '' };
    const valueOf = (placeholder: string): string => {
      const [kind = '', subject = ''] = placeholder.split(/:(.*)/s);
      if (kind === 'address') return subject === nodeName ? this.fleet.host(host).address : this.address(subject);
      if (kind === 'password') return this.passwords.of(subject);
      if (kind === 'password-sha256') return this.passwords.hashOf(subject);
      return places[kind] ?? '';
    };
    return substitute(text, Object.fromEntries(placeholdersIn(text).map((placeholder) => [placeholder, valueOf(placeholder)])));
  }

  /** Starts a node's engine from freshly rendered files. */
  async startServer(nodeName: string, options: StartNodeOptions = {}): Promise<FleetProcess> {
    const host = options.host ?? nodeName;
    const node = this.node(nodeName);
    const folder = this.prepare(nodeName, host);
    writeFileSync(path.join(folder, 'run', ACL_FILES.data), `${this.fill(renderUsersAcl(this.resolved, node), nodeName, host)}${this.extraLines()}`, { mode: 0o600 });
    const configFile = path.join(folder, 'server.conf');
    const text = `${renderEngineConf(this.resolved, node)}${options.extra ?? ''}`;
    writeFileSync(configFile, this.fill(text, nodeName, host), { mode: 0o600 });
    return await this.fleet.spawn(host, this.engine, { configFile, args: options.args });
  }

  private extraLines(): string {
    return this.extraUsers.map(({ name, rules }) => `user ${name} on #${this.passwords.hashOf(name)} ${rules.split(/\s+/).filter((rule) => rule !== 'on').join(' ')}\n`).join('');
  }

  /** Starts a node's Sentinel; its configuration is rendered for the first start only, as it keeps what it learns there. */
  protected async startSentinelProcess(nodeName: string, first: boolean): Promise<FleetProcess> {
    if (this.resolved.kind !== 'sentinel') throw new RehearsalError('RB960', `\`node\` must belong to Sentinel, got ${nodeName} of a cluster`);
    const node = this.node(nodeName);
    const folder = this.prepare(nodeName, nodeName);
    const configFile = path.join(folder, 'sentinel.conf');
    writeFileSync(path.join(folder, 'run', ACL_FILES.sentinel), this.fill(renderSentinelUsersAcl(this.resolved, node), nodeName), { mode: 0o600 });
    if (first) writeFileSync(configFile, this.fill(renderSentinelConf(this.resolved, node), nodeName), { mode: 0o600 });
    return await this.fleet.spawn(nodeName, this.engine, { program: 'sentinel', configFile });
  }

  private prepare(nodeName: string, host: string): string {
    const folder = this.fleet.hostDirectory(host);
    for (const name of ['data', 'run']) mkdirSync(path.join(folder, name), { recursive: true, mode: 0o700 });
    const tls = path.join(folder, 'tls');
    // Another process of the node may be reading them right now.
    if (!existsSync(tls)) writeTlsFiles(tls, this.authority, this.authority.issue({ commonName: nodeName, hosts: [this.fleet.host(host).address, this.node(nodeName).host] }));
    return folder;
  }

  /** Empties a node's disk, as a removed node's volume is gone. */
  wipe(host: string): void {
    rmSync(path.join(this.fleet.hostDirectory(host), 'data'), { recursive: true, force: true });
  }

  /** The operator's connection to a node's engine; kept between calls. */
  async operator(host: string): Promise<Redis> {
    return await this.shared(host, this.resolved.port);
  }

  protected async shared(host: string, port: number): Promise<Redis> {
    const key = `${host}:${port}`;
    let found = this.admins.get(key);
    if (found === undefined) {
      found = this.as(host, 'operator', port);
      this.admins.set(key, found);
    }
    return await found;
  }

  /** A connection of its own to a node, as a user. */
  async as(host: string, username: string, port: number = this.resolved.port, commandTimeoutMs?: number): Promise<Redis> {
    return await this.fleet.admin(host, { port, username, password: this.passwords.of(username), tls: this.tls, commandTimeoutMs });
  }

  async info(host: string, section = 'replication'): Promise<ReadonlyMap<string, string>> {
    return infoFields(await (await this.operator(host)).info(section));
  }

  /** Waits until a server has started and loaded its data. */
  async ready(host: string, timeoutMs = 20_000): Promise<void> {
    const client = await this.fleet.adminWhenReady(host, { port: this.resolved.port, username: 'operator', password: this.passwords.of('operator'), tls: this.tls }, timeoutMs);
    client.disconnect();
  }

  /** Runs the engine's command-line client from the clients' host; throws when it fails. The password is this run's alone. */
  async cli(user: string, args: readonly string[], timeoutMs = 120_000): Promise<string> {
    this.commands += 1;
    const name = `cli-${this.commands}`;
    const ca = path.join(this.fleet.hostDirectory(CLIENT_HOST), 'ca.crt');
    writeFileSync(ca, this.authority.cert);
    const login = ['--tls', '--cacert', ca, '--user', user, '--pass', this.passwords.of(user), '--no-auth-warning'];
    const started = await this.fleet.spawn(CLIENT_HOST, this.engine, { program: 'cli', name, args: [...login, ...args] });
    const timer = setTimeout(() => void started.kill(), timeoutMs);
    const { code } = await started.exit;
    clearTimeout(timer);
    const said = started.logTail(200);
    if (code !== 0) throw new Error(`${args.slice(0, 2).join(' ')} ended with ${code ?? 'a signal'}: ${said.split('\n').slice(-3).join(' ')}`);
    return said;
  }

  /** Ends a node as a crash of its machine would. */
  async killNode(name: string): Promise<void> {
    await Promise.all(this.fleet.serversOn(name).map(async (one) => await one.kill()));
  }

  /** Ends a node's processes in order, as a stop of its unit would. */
  async stopNode(name: string): Promise<void> {
    await Promise.all(this.fleet.serversOn(name).map(async (one) => await one.stop(15_000)));
  }

  freezeNode(name: string): void {
    for (const one of this.fleet.serversOn(name)) one.freeze();
  }

  thawNode(name: string): void {
    for (const one of this.fleet.serversOn(name)) one.thaw();
  }
}
