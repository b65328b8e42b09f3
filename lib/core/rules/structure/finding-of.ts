import type { Finding, FindingPath } from '../../finding';
import type { FindingKind } from './codes';

/** A finding of a given kind at a place. */
export function findingOf(kind: FindingKind, path: FindingPath, message: string, remedy: string, got?: unknown): Finding {
  return { code: kind.code, severity: kind.severity, path, message, remedy, ...(got === undefined ? {} : { got }), source: kind.source };
}
