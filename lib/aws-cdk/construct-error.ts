import { formatFinding } from '../core/finding';
import type { Finding } from '../core/finding';
import { CONSTRUCTS } from '../core/rules/outside';

/** An error-level finding about a construct's props. */
export function constructFinding(code: keyof typeof CONSTRUCTS, path: string, message: string, remedy: string): Finding {
  return { code: CONSTRUCTS[code].code, severity: 'error', path: [path], message, remedy };
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
