/** What a command may touch of the world around it; tests hand in their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns of the terminal. @default 80 */
  readonly columns?: number;
  /** Whether output goes to a terminal that shows colours. */
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly env: { readonly [name: string]: string | undefined };
}

/** The real process. */
export function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    columns: process.stdout.columns,
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    env: process.env,
  };
}
