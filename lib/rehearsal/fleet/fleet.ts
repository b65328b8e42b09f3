import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import type { Redis } from 'ioredis';
import { eventually } from '../clock';
import { messageOf, RehearsalError } from '../errors';
import type { Engine, EngineProgram } from '../engines/engine';
import { createAdmin, openSocket, type AdminOptions } from './admin';
import { onProcessEnd } from './cleanup';
import { ClientProcess, OPEN, type Service } from './client-process';
import { FleetProcess } from './fleet-process';
import { createLoopback } from './loopback';
import { createNamespaces, MOST_HOSTS } from './namespaces';
import type { Host, HostSpec, Network, Possible } from './network';
import { openRunDirectory, removeLeftovers, type RunDirectory } from './run-directory';
import type { RelayArguments } from './relay';
import type { Socket } from 'node:net';

export interface FleetOptions {
  readonly hosts: readonly HostSpec[];
  /** Forces one kind of host. @default - namespaces where the system allows them, otherwise loopback addresses */
  readonly isolation?: Network['isolation'];
  /** Whether configuration and logs outlive the run. @default - false, they are removed */
  readonly keepFiles?: boolean;
}

export interface SpawnOptions {
  /** Which program of the engine. @default - the server */
  readonly program?: EngineProgram;
  /** Name of the process and of its log. @default - `<host>-<program>` */
  readonly name?: string;
  /** Configuration file, given as the first argument. @default - none */
  readonly configFile?: string;
  /** Further arguments. @default - none */
  readonly args?: readonly string[];
  /** Working folder. @default - the host's own folder */
  readonly dir?: string;
}

/** Hosts, the processes on them, and the faults between them. */
export class Fleet {
  private readonly processes = new Map<string, FleetProcess>();
  /** Names of processes that are engines, not clients. */
  private readonly servers = new Set<string>();
  private readonly relays = new Map<string, Promise<string>>();
  private readonly admins = new Set<Redis>();
  private readonly forget: () => void;
  private keptIn: string | undefined;
  private clients = 0;
  private closed = false;

  private constructor(
    private readonly network: Network,
    private readonly run: RunDirectory,
    private readonly keepFiles: boolean,
  ) {
    this.forget = onProcessEnd(() => this.endSync());
  }

  /** Removes what crashed runs left behind, then lays out the hosts. */
  static async start(options: FleetOptions): Promise<Fleet> {
    checkHosts(options.hosts);
    removeLeftovers();
    const run = openRunDirectory();
    try {
      return new Fleet(await layOut(run.id, options), run, options.keepFiles ?? false);
    } catch (error) {
      run.closeSync(false);
      throw error;
    }
  }

  /** Tells runs apart; part of every name outside the run's own folder. */
  get id(): string {
    return this.run.id;
  }

  get isolation(): Network['isolation'] {
    return this.network.isolation;
  }

  /** Why the hosts are only addresses. @default - undefined on real namespaces */
  get isolationReason(): string | undefined {
    return this.network.reason;
  }

  get hosts(): readonly Host[] {
    return this.network.hosts;
  }

  /** Folder of this run; after a stop, the folder in which its files are kept. */
  get directory(): string {
    return this.keptIn ?? this.run.directory;
  }

  host(name: string): Host {
    const found = this.hosts.find((host) => host.name === name);
    if (found === undefined) {
      throw new RehearsalError(
        'RB956',
        `\`host\` must be one of ${this.hosts.map((host) => host.name).join(', ')}, got ${name}; name it in \`Fleet.start\``,
      );
    }
    return found;
  }

  hostsInZone(zone: string): readonly Host[] {
    return this.hosts.filter((host) => host.zone === zone);
  }

  /** A folder of the host's own for configuration and data; it exists. */
  hostDirectory(hostName: string): string {
    const directory = path.join(this.run.directory, 'hosts', this.host(hostName).name);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return directory;
  }

  /** Starts a program of an engine on a host. It may still be loading when this resolves. */
  async spawn(hostName: string, engine: Engine, options: SpawnOptions = {}): Promise<FleetProcess> {
    const program = options.program ?? 'server';
    const command = engine.command(program, [
      ...(options.configFile === undefined ? [] : [options.configFile]),
      ...(options.args ?? []),
    ]);
    const name = options.name ?? `${hostName}-${program}`;
    const started = await this.begin(name, hostName, command.file, command.args, { directory: options.dir });
    this.servers.add(name);
    return started;
  }

  /** The process of that name; throws RB957 when none was started. */
  process(name: string): FleetProcess {
    const found = this.processes.get(name);
    if (found === undefined) {
      throw new RehearsalError('RB957', `\`process\` must be one of ${[...this.processes.keys()].join(', ')}, got ${name}; start it first`);
    }
    return found;
  }

  /** Engine processes that run on a host: what a fault of the whole host hits. */
  serversOn(hostName: string): readonly FleetProcess[] {
    return [...this.servers].map((name) => this.process(name)).filter((one) => one.host.name === hostName && one.running);
  }

  /** Cuts hosts off from all others; those named together still see each other. */
  cut(...hostNames: string[]): Possible {
    return this.network.cut(hostNames.map((name) => this.host(name)));
  }

  /** Joins hosts with the others again. */
  heal(...hostNames: string[]): Possible {
    return this.network.heal(hostNames.map((name) => this.host(name)));
  }

  /**
   * Starts a Node.js module on a host, so that its connections take the host's own way.
   *
   * The module exports `createService(args)`, which returns functions that can be called from here.
   */
  async runClient<S extends Service<S>>(
    hostName: string,
    modulePath: string,
    args: unknown,
    name?: string,
  ): Promise<ClientProcess<S>> {
    this.clients += 1;
    const main = path.join(__dirname, 'client-main');
    const started = await this.begin(name ?? `${hostName}-client-${this.clients}`, hostName, process.execPath, [main, modulePath], {
      channel: true,
    });
    const client = new ClientProcess<S>(started);
    await client.request(OPEN, args);
    return client;
  }

  /** A client that looks at one server from outside, also while its host is cut off. */
  async admin(hostName: string, options: AdminOptions): Promise<Redis> {
    const host = this.host(hostName);
    const client = createAdmin(host, options, await this.relayTo(host));
    this.admins.add(client);
    client.once('end', () => this.admins.delete(client));
    return client;
  }

  /** The same, once the server has loaded its data and answers; throws RB953 as soon as no server of the host is left. */
  async adminWhenReady(hostName: string, options: AdminOptions, timeoutMs = 10_000): Promise<Redis> {
    const client = await this.admin(hostName, options);
    const ready = await eventually(
      async () => this.diedOn(hostName) ?? ((await client.ping()) === 'PONG' && ('ready' as const)),
      { what: `an answer from port ${options.port} of ${hostName}`, timeoutMs },
    );
    if (ready === 'ready') return client;
    client.disconnect();
    throw new RehearsalError(
      'RB953',
      `\`${ready.name}\` must keep running, got an end: ${ready.logTail(3).replaceAll('\n', ' ')}; see ${ready.logPath}`,
    );
  }

  /** The last engine process of a host, when all of them have ended. */
  private diedOn(hostName: string): FleetProcess | undefined {
    const servers = [...this.servers].map((name) => this.process(name)).filter((one) => one.host.name === hostName);
    return servers.every((one) => !one.running) ? servers.at(-1) : undefined;
  }

  /** A raw connection to a port, for probes below the protocol. */
  async connect(hostName: string, port: number): Promise<Socket> {
    const host = this.host(hostName);
    return openSocket(host, port, await this.relayTo(host));
  }

  /** Ends every process and removes every host; returns the folder with the logs when they are kept. */
  async stop(): Promise<string | undefined> {
    if (this.closed) return this.keptIn;
    for (const admin of this.admins) admin.disconnect();
    await Promise.all([...this.processes.values()].map(async (one) => await one.kill()));
    this.endSync();
    this.forget();
    return this.keptIn;
  }

  private endSync(): void {
    if (this.closed) return;
    this.closed = true;
    this.keptIn = this.run.closeSync(this.keepFiles);
    this.network.removeSync();
  }

  private async relayTo(host: Host): Promise<string | undefined> {
    if (this.isolation === 'loopback') return undefined;
    let relay = this.relays.get(host.name);
    if (relay === undefined) {
      relay = this.startRelay(host);
      this.relays.set(host.name, relay);
    }
    return await relay;
  }

  private async startRelay(host: Host): Promise<string> {
    const socketPath = path.join(this.run.directory, `${this.hosts.indexOf(host)}.sock`);
    const args: RelayArguments = { socketPath, address: host.address };
    await this.runClient(host.name, path.join(__dirname, 'relay'), args, `${host.name}-relay`);
    return socketPath;
  }

  private async begin(
    name: string,
    hostName: string,
    file: string,
    args: readonly string[],
    options: { readonly directory?: string; readonly channel?: boolean },
  ): Promise<FleetProcess> {
    if (this.closed) throw new RehearsalError('RB958', `\`${name}\` must start before the fleet stops, got a stopped fleet; start another fleet`);
    if (this.processes.get(name)?.running) {
      throw new RehearsalError('RB959', `\`name\` must be unique among running processes, got ${name} twice; stop the first or name the second`);
    }
    const started = await FleetProcess.start({
      name,
      file,
      args,
      host: this.host(hostName),
      network: this.network,
      directory: options.directory ?? this.hostDirectory(hostName),
      logPath: path.join(this.run.directory, 'logs', `${name}.log`),
      env: { ...process.env },
      channel: options.channel,
    });
    this.processes.set(name, started);
    this.run.notePid(name, started.identity);
    return started;
  }
}

function checkHosts(specs: readonly HostSpec[]): void {
  const names = specs.map(({ name }) => name);
  const bad = names.find((name, index) => !/^[a-z0-9][a-z0-9-]*$/i.test(name) || names.indexOf(name) !== index);
  if (bad !== undefined) {
    throw new RehearsalError('RB956', `\`hosts\` must have unique names of letters, digits and hyphens, got ${bad}; rename it`);
  }
  if (specs.length === 0 || specs.length > MOST_HOSTS) {
    throw new RehearsalError('RB956', `\`hosts\` must be between 1 and ${MOST_HOSTS}, got ${specs.length}; rehearse fewer nodes`);
  }
}

async function layOut(runId: string, { hosts, isolation }: FleetOptions): Promise<Network> {
  if (isolation === 'loopback') return await createLoopback(hosts, 'loopback was asked for');
  try {
    return createNamespaces(runId, hosts);
  } catch (error) {
    if (isolation === 'namespaces') {
      throw new RehearsalError(
        'RB952',
        `\`isolation\` must be possible on this system, got ${messageOf(error)}; run as root with iproute2 installed or use loopback`,
        { cause: error },
      );
    }
    return await createLoopback(hosts, `namespaces are not possible here (${messageOf(error)})`);
  }
}
