import { CommanderError } from 'commander';
import { EXIT, UsageError } from './exit';
import { ownPackage } from './own-package';
import { programFor } from './program';
import type { Io } from './io';

/** Runs one command line, `argv` without node and script, and returns its exit code. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.fine;
  try {
    await programFor(io, (result) => void (code = result)).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error, io);
  }
}

function exitCodeOf(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (error instanceof UsageError) {
    io.err(`redis-blueprints: ${error.message}; ${error.remedy}\n`);
    return EXIT.usage;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const debugging = io.env['DEBUG'] !== undefined && io.env['DEBUG'] !== '';
  io.err(`redis-blueprints ${ownPackage().version}: unexpected error: ${message.split('\n')[0]}; please report it with the blueprint to ${ownPackage().bugs} (DEBUG=1 shows where)\n`);
  if (debugging) io.err(`${stack}\n`);
  return EXIT.usage;
}
