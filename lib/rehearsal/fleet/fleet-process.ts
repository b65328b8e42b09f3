import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { RehearsalError } from '../errors';
import { identify, signalProcess, type ProcessIdentity } from '../processes';
import type { Host, Network } from './network';

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface StartOptions {
  readonly name: string;
  readonly host: Host;
  readonly network: Network;
  readonly file: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly logPath: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Opens a message channel to the child. @default - no channel */
  readonly channel?: boolean;
}

let deathSignalTool: boolean | undefined;

/** Whether a child can be told to die with its parent, even when that is killed outright. */
function hasDeathSignal(): boolean {
  deathSignalTool ??=
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true'], { timeout: 10_000 }).status === 0;
  return deathSignalTool;
}

/** A process on a host, with the faults that can be done to it. */
export class FleetProcess {
  readonly name: string;
  readonly host: Host;
  /** What the process wrote to its standard output and error. */
  readonly logPath: string;
  readonly identity: ProcessIdentity;
  /** Resolves when the process has ended, whoever ended it. */
  readonly exit: Promise<ProcessExit>;
  private ended: ProcessExit | undefined;

  private constructor(
    readonly child: ChildProcess,
    identity: ProcessIdentity,
    { name, host, logPath }: StartOptions,
  ) {
    this.name = name;
    this.host = host;
    this.logPath = logPath;
    this.identity = identity;
    this.exit = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.ended = { code, signal };
        resolve(this.ended);
      });
    });
  }

  static async start(options: StartOptions): Promise<FleetProcess> {
    const wrapped = hasDeathSignal()
      ? { file: 'setpriv', args: ['--pdeathsig', 'KILL', '--', options.file, ...options.args] }
      : { file: options.file, args: options.args };
    const { file, args } = options.network.onHost(options.host, wrapped.file, wrapped.args);
    const log = openSync(options.logPath, 'a', 0o600);
    try {
      const stdio: StdioOptions = ['ignore', log, log, ...(options.channel ? (['ipc'] as const) : [])];
      // A process group of its own, so that Ctrl-C reaches the rehearsal alone and it ends the others in order.
      const child = spawn(file, [...args], { cwd: options.directory, env: options.env, stdio, detached: true });
      await new Promise<void>((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', reject);
      });
      const identity = child.pid === undefined ? undefined : identify(child.pid);
      if (identity === undefined) {
        throw new RehearsalError('RB953', `\`${options.name}\` must keep running, got an end at once; see ${options.logPath}`);
      }
      return new FleetProcess(child, identity, options);
    } finally {
      closeSync(log);
    }
  }

  get pid(): number {
    return this.identity.pid;
  }

  get running(): boolean {
    return this.ended === undefined;
  }

  /** Ends the process as a crash would, and waits until it is gone. */
  async kill(): Promise<ProcessExit> {
    signalProcess(this.identity, 'SIGKILL');
    return await this.exit;
  }

  /** Stops the process from running while its connections stay open, as a stalled machine would. */
  freeze(): void {
    this.signal('SIGSTOP');
  }

  /** Lets a frozen process go on. */
  thaw(): void {
    this.signal('SIGCONT');
  }

  /** Sends a signal; throws RB954 when the process has ended, as a fault that hits nothing proves nothing. */
  signal(signal: NodeJS.Signals): void {
    if (!signalProcess(this.identity, signal)) {
      throw new RehearsalError('RB954', `\`${this.name}\` must be running to receive ${signal}, got an ended process; see ${this.logPath}`);
    }
  }

  /** Asks the process to end and ends it after the grace time. */
  async stop(graceMs = 5_000): Promise<ProcessExit> {
    signalProcess(this.identity, 'SIGCONT');
    signalProcess(this.identity, 'SIGTERM');
    const timer = setTimeout(() => signalProcess(this.identity, 'SIGKILL'), graceMs);
    try {
      return await this.exit;
    } finally {
      clearTimeout(timer);
    }
  }

  /** The last lines that the process wrote. */
  logTail(lines = 20): string {
    return readFileSync(this.logPath, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  }
}
