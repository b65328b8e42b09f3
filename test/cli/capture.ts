import { run } from '../../lib/cli';
import type { Io } from '../../lib/cli';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process and keeps what it says. */
export async function cli(argv: readonly string[], world: Partial<Pick<Io, 'columns' | 'outIsTerminal' | 'errIsTerminal' | 'env'>> = {}): Promise<Outcome> {
  let out = '';
  let err = '';
  const io: Io = { out: (text) => void (out += text), err: (text) => void (err += text), outIsTerminal: false, errIsTerminal: false, env: {}, ...world };
  const code = await run(argv, io);
  return { code, out, err };
}
