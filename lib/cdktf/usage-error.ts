import { formatFinding } from '../core/finding';

/** Findings that only constructs can have; the same codes as in the AWS CDK's constructs, for the same mistakes. */
const USAGE_CODES = { unknownUser: 'RB904', notAnIamUser: 'RB905', notAPasswordUser: 'RB906' } as const;

/** A method that was asked for what this cache cannot give. */
export class CacheUsageError extends Error {
  readonly code: string;

  constructor(constructPath: string, mistake: keyof typeof USAGE_CODES, message: string, remedy: string) {
    const code = USAGE_CODES[mistake];
    super(`${constructPath}: ${formatFinding({ code, severity: 'error', path: ['access', 'users'], message, remedy })}`);
    this.name = 'CacheUsageError';
    this.code = code;
  }
}
