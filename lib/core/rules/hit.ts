import type { FindingPath } from '../finding';
import type { RuleHit } from './rule';
import { quotedPath } from './wording';

/** A hit whose message begins with the path: `hit(['port'], 'must be ..., got 0', 'choose ...', 0)`. */
export function hit(path: FindingPath, verdict: string, remedy: string, got?: unknown): RuleHit {
  return { path, message: `${quotedPath(path)} ${verdict}`, remedy, ...(got === undefined ? {} : { got }) };
}
