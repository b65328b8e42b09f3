/** How a drill ended. `not-run` is never a pass: it says that this machine could not try it. */
export type DrillOutcome = 'passed' | 'failed' | 'not-run';

/** What one drill was to show and what it showed; the report prints these and nothing else. */
export interface DrillResult {
  readonly drill: string;
  readonly outcome: DrillOutcome;
  /** The objective in words, with its number and unit. */
  readonly objective: string;
  /** Figures with the unit in the name, such as `writeGapMs`. */
  readonly measured: Readonly<Record<string, number | string | boolean>>;
  /** Why it failed or was not run. @default - none, the drill passed */
  readonly reason?: string;
}

/** Judges a measurement against its objective. */
export function judged(
  drill: string,
  objective: string,
  measured: DrillResult['measured'],
  complaints: readonly string[],
): DrillResult {
  return complaints.length === 0
    ? { drill, outcome: 'passed', objective, measured }
    : { drill, outcome: 'failed', objective, measured, reason: complaints.join('; ') };
}

/** A drill that this machine cannot perform. */
export function notRun(drill: string, objective: string, reason: string): DrillResult {
  return { drill, outcome: 'not-run', objective, measured: {}, reason };
}
