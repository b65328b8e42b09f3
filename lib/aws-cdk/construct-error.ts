import { formatFinding } from '../core/finding';
import type { Finding, FindingPath } from '../core/finding';
import { CONSTRUCTS } from '../core/rules/outside';

/** An error-level finding about a construct's props. */
export function constructFinding(code: keyof typeof CONSTRUCTS, path: string | FindingPath, message: string, remedy: string): Finding {
  const { code: id, severity, source } = CONSTRUCTS[code];
  return { code: id, severity, path: typeof path === 'string' ? [path] : path, message, remedy, source };
}

/** A method that was asked for what this cache cannot give. */
export class CacheUsageError extends Error {
  readonly code: string;

  constructor(constructPath: string, finding: Finding) {
    super(`${constructPath}: ${formatFinding(finding)}`);
    this.name = 'CacheUsageError';
    this.code = finding.code;
  }
}
