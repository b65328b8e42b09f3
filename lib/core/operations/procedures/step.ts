/** A step of a procedure that runbooks print, nodes run when they stop, and rehearsals try. */
export type ProcedureStep = CommandStep | WaitStep;

interface StepBase {
  readonly name: string;
  readonly reason: string;
  /** Runs also when a step before it failed. @default false */
  readonly always?: boolean;
}

export interface CommandStep extends StepBase {
  /** `primary` is the one of the beginning; `replica` is the one that takes over. */
  readonly on: 'primary' | 'replica' | 'sentinel';
  readonly command: readonly [string, ...string[]];
}

/** Stand in a command for the address of the node that took over. */
export const NEW_PRIMARY = { host: '{new-primary-host}', port: '{new-primary-port}' } as const;

export interface WaitStep extends StepBase {
  readonly until: 'replicas-caught-up' | 'primary-changed';
  readonly timeoutMs: number;
}
