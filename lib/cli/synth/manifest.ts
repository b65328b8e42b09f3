import type { Environment } from '../../core/blueprint';
import type { Target, Toolkit } from './toolkits';

/** Name of the file that lists what was written, and marks the directory as ours to replace. */
export const MANIFEST = 'manifest.json';
export const MADE_BY = 'redis-blueprints';

/** One cache in the output. */
export interface ManifestEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly environment: Environment;
  readonly region?: string;
  /** Written file, relative to the output directory. */
  readonly file: string;
  readonly bytes: number;
  readonly resources: number;
  /** Blueprint that it was made from, as it was named on the command line. */
  readonly from: string;
  readonly overlay?: string;
}

/** What is in the output directory. Without a date: the same blueprints give the same bytes. */
export interface Manifest {
  readonly madeBy: typeof MADE_BY;
  readonly schemaVersion: 1;
  readonly target: Target;
  readonly toolkit: Toolkit;
  readonly caches: readonly ManifestEntry[];
}
