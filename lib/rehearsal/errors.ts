/**
 * A rehearsal could not go on, for a reason that its user can mend.
 *
 * The message names what is missing and the way out, so that the command line prints it without a stack trace.
 */
export class RehearsalError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${message} [${code}]`, options);
    this.name = new.target.name;
  }
}

/** The text of anything that was thrown, because JavaScript allows throwing more than errors. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
