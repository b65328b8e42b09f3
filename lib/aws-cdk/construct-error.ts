import { formatFinding } from '../core/finding';
import type { Finding } from '../core/finding';

/** Findings that only constructs can have, since they concern CDK objects and not the blueprint. Codes are never reused. */
export const CONSTRUCT_CODES = {
  network: 'RB900',
  key: 'RB901',
  topics: 'RB902',
  region: 'RB903',
  unknownUser: 'RB904',
  notAnIamUser: 'RB905',
  notAPasswordUser: 'RB906',
  dynamicReferences: 'RB907',
  copyKey: 'RB908',
} as const;

/** An error-level finding about a construct's props. */
export function constructFinding(code: keyof typeof CONSTRUCT_CODES, path: string, message: string, remedy: string): Finding {
  return { code: CONSTRUCT_CODES[code], severity: 'error', path: [path], message, remedy };
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
