/** Which family of servers. */
export type EngineName = 'redis' | 'valkey';

/** A program that comes with an engine. */
export type EngineProgram = 'server' | 'sentinel' | 'cli' | 'benchmark' | 'check-rdb' | 'check-aof';

/** What a rehearsal asks for. */
export interface EngineSpec {
  readonly engine: EngineName;
  /**
   * A version or the beginning of one: `8`, `8.1` or `8.1.1`.
   * @default - any version
   */
  readonly version?: string;
}

/** A command ready for `child_process.spawn`. */
export interface EngineCommand {
  readonly file: string;
  readonly args: readonly string[];
}

/** Real programs of one engine in one version. */
export interface Engine {
  readonly engine: EngineName;
  /** Full version, such as `7.0.15`. */
  readonly version: string;
  /** `path`: installed on the machine; `cache`: fetched by an earlier rehearsal. */
  readonly source: 'path' | 'cache';
  readonly serverPath: string;
  /** @default - the machine has the server alone */
  readonly cliPath?: string;
  /** Whether the server was built with TLS. */
  readonly tls: boolean;
  /** Allocator that the server was linked with, such as `jemalloc-5.3.0`; it decides size classes. */
  readonly allocator: string;
  /** The command for a program; throws RB971 when the program is not installed. */
  command(program: EngineProgram, args?: readonly string[]): EngineCommand;
}

/** What happens during a fetch, for a progress display. */
export interface FetchProgress {
  readonly phase: 'waiting' | 'index' | 'download' | 'unpack' | 'verify';
  /** Between 0 and 1 within the phase. @default - the phase has no measure */
  readonly fraction?: number;
  readonly text: string;
}

export type OnProgress = (progress: FetchProgress) => void;
