import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { RunResult } from '../../lib/rehearsal';
import type { DefaultsName, TopologyName } from './subjects';

/** One measured drill. */
export interface DrillRecord extends RunResult {
  readonly topology: TopologyName;
  /** Engine with its full version, such as `valkey 8.1.1`. */
  readonly engine: string;
  /** What was asked for, such as `valkey 8.1`. */
  readonly wanted: string;
  readonly defaults: DefaultsName;
  readonly isolation: string;
}

/** Measurements that outlive an interruption: one line each. */
export class Records {
  constructor(private readonly file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
  }

  all(): readonly DrillRecord[] {
    if (!existsSync(this.file)) return [];
    // A run that was killed may leave half a line.
    return readFileSync(this.file, 'utf8').split('\n').flatMap((line) => {
      try {
        return [JSON.parse(line) as DrillRecord];
      } catch {
        return [];
      }
    });
  }

  add(record: DrillRecord): void {
    appendFileSync(this.file, `${JSON.stringify(record)}\n`);
  }
}
