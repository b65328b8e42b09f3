/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** False with `--no-color`. */
  readonly color?: boolean;
}

/** Options of commands that read blueprints. */
export interface ReadingOptions extends CommonOptions {
  readonly environment?: string;
  readonly strict?: boolean;
}
