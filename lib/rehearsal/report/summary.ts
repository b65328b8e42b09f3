import type { RunResult } from '../rehearsal';

/** A rehearsal as a report prints it. */
export interface RehearsalSummary {
  readonly blueprint: string;
  readonly kind: string;
  /** Engine and full version that ran, such as `valkey 8.1.1`. */
  readonly engine: string;
  /** Allocator that the engine was linked with; it decides how much memory values take. */
  readonly allocator: string;
  readonly isolation: { readonly kind: 'namespaces' | 'loopback'; readonly reason?: string };
  /** What differs from the blueprint. */
  readonly differences: readonly string[];
  /** What a run on this machine cannot show. */
  readonly limits: readonly string[];
  readonly results: readonly RunResult[];
  /** Folder with configuration and logs. @default - they were removed */
  readonly keptIn?: string;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly notRun: number;
}

export function countsOf(results: readonly RunResult[]): Counts {
  const count = (outcome: RunResult['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  return { passed: count('passed'), failed: count('failed'), notRun: count('not-run') };
}

/** `9 passed, 1 failed, 2 not run`. */
export function countsInWords({ passed, failed, notRun }: Counts): string {
  return [`${passed} passed`, `${failed} failed`, ...(notRun > 0 ? [`${notRun} not run`] : [])].join(', ');
}

/** Figures of a result in words: `writeGapMs 6012, acknowledgedWritesLost 0`. */
export function figuresOf({ measured }: RunResult): string {
  return Object.entries(measured).map(([name, value]) => `${name} ${String(value)}`).join(', ');
}
