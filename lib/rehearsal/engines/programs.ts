import { REHEARSAL } from '../../core/rules/outside';
import { RehearsalError } from '../errors';
import { run } from '../processes';
import type { Engine, EngineCommand, EngineName, EngineProgram } from './engine';

/** Where the programs of one engine lie; the server is always there. */
export interface ProgramPaths {
  readonly server: string;
  readonly cli?: string;
  readonly benchmark?: string;
  readonly 'check-rdb'?: string;
  readonly 'check-aof'?: string;
}

export interface EngineFacts {
  readonly engine: EngineName;
  readonly version: string;
  readonly tls: boolean;
  readonly allocator: string;
}

/**
 * Asks a server program what it is.
 *
 * The program's name is not trusted: compatibility packages install Valkey under Redis's names.
 */
export async function probe(programs: ProgramPaths): Promise<EngineFacts | undefined> {
  const said = await run(programs.server, ['--version'], { timeoutMs: 10_000 }).catch(() => undefined);
  const match = said && /^(Redis|Valkey) server v=(\S+) .*malloc=(\S+)/.exec(said.stdout);
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  return {
    engine: match[1] === 'Redis' ? 'redis' : 'valkey',
    version: match[2],
    allocator: match[3],
    tls: await hasTls(programs),
  };
}

async function hasTls(programs: ProgramPaths): Promise<boolean> {
  if (programs.cli === undefined) return true;
  // The client lists --tls only when it was built with it, and both come from one build.
  const help = await run(programs.cli, ['--help'], { timeoutMs: 10_000 });
  return `${help.stdout}${help.stderr}`.includes('--tls');
}

/** Joins facts and places into an engine. */
export function assembleEngine(facts: EngineFacts, source: Engine['source'], programs: ProgramPaths): Engine {
  return {
    ...facts,
    source,
    serverPath: programs.server,
    cliPath: programs.cli,
    command: (program, args = []) => commandFor(facts, programs, program, args),
  };
}

function commandFor(
  facts: EngineFacts,
  programs: ProgramPaths,
  program: EngineProgram,
  args: readonly string[],
): EngineCommand {
  if (program === 'sentinel') {
    // Sentinel is a mode of the server; the separate program is only a link to it.
    const [configFile, ...rest] = args;
    return { file: programs.server, args: [...(configFile === undefined ? [] : [configFile]), '--sentinel', ...rest] };
  }
  const file = programs[program];
  if (file === undefined) {
    throw new RehearsalError(
      REHEARSAL.engineProgram.code,
      `\`${facts.engine}-${program}\` must stand beside ${programs.server}, got nothing; install the package ${facts.engine}-tools`,
    );
  }
  return { file, args };
}
