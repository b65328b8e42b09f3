import { formatFinding } from '../core/finding';
import { CONSTRUCTS } from '../core/rules/outside';

/** A method that was asked for what this cache cannot give. */
export class CacheUsageError extends Error {
  readonly code: string;

  constructor(constructPath: string, mistake: 'unknownUser' | 'notAnIamUser' | 'notAPasswordUser', message: string, remedy: string) {
    const { code } = CONSTRUCTS[mistake];
    super(`${constructPath}: ${formatFinding({ code, severity: 'error', path: ['access', 'users'], message, remedy })}`);
    this.name = 'CacheUsageError';
    this.code = code;
  }
}
