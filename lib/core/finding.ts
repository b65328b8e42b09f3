/** How bad a finding is: an `error` stops the plan, a `warning` needs a fix or an acknowledgement, an `info` only tells. */
export type Severity = 'error' | 'warning' | 'info';

/** Steps from the blueprint's root to a value; numbers are list positions. */
export type FindingPath = readonly (string | number)[];

/** One thing that validation has to say about a blueprint, as data. */
export interface Finding {
  /** Stable code, `RB` and three digits; never reused for another rule. */
  readonly code: string;
  readonly severity: Severity;
  /** Where in the blueprint, from its root. */
  readonly path: FindingPath;
  /** What is wrong, with the path, the rule and the value that was met. One sentence, no code, no full stop. */
  readonly message: string;
  /** The way out, in the imperative. */
  readonly remedy: string;
  /** The value that was met, when showing it helps. Never a secret. */
  readonly got?: unknown;
  /** Where the other one of two stands that cannot both be. */
  readonly other?: FindingPath;
  /** The vendor's page that states the fact behind the rule. */
  readonly source?: string;
  /** Why the team accepts this finding; only on warnings and infos that were acknowledged. */
  readonly acknowledged?: string;
}

/** Writes a path as people type it: `access.users[0].keys`. */
export function formatPath(path: FindingPath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}

/** One line for people: message, way out and code. */
export function formatFinding(finding: Finding): string {
  return `${finding.message}; ${finding.remedy} [${finding.code}]`;
}

/** Raised by `plan` and by the constructs when a blueprint has error-level findings; lists them all. */
export class BlueprintError extends Error {
  constructor(
    readonly blueprintName: string,
    readonly findings: readonly Finding[],
  ) {
    super(
      [`blueprint "${blueprintName}" has ${findings.length} error${findings.length === 1 ? '' : 's'}:`, ...findings.map((f) => `  ${formatFinding(f)}`)].join('\n'),
    );
    this.name = 'BlueprintError';
  }
}
