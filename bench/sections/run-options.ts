import type { Section } from '../table';

/** How much to measure. */
export interface RunOptions {
  readonly rounds: number;
  /** Numbers of caches in one app. */
  readonly sizes: readonly number[];
  readonly progress: (line: string) => void;
}

/** One part of the bench: what it found, to print and to read by machines. */
export type Bench = (options: RunOptions) => Promise<Section>;

/** Switch of the CDK's own template validation. */
export const VALIDATION = { on: { CDK_VALIDATION: 'true' }, off: { CDK_VALIDATION: 'false' } } as const;
