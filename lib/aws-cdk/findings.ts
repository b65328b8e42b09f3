import { Annotations, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { formatFinding, formatPath } from '../core/finding';
import type { Finding } from '../core/finding';

/**
 * Reports findings at a construct, each under its code, so that CDK tools show them with the construct's path and
 * `Validations.of(cache).acknowledge({ id: 'RB376', reason })` silences a warning. `where: { path }` narrows it to one place.
 */
export function reportFindings(scope: Construct, findings: readonly Finding[]): void {
  for (const finding of findings) {
    if (finding.acknowledged !== undefined) continue;
    switch (finding.severity) {
      case 'error':
        Validations.of(scope).addError(finding.code, formatFinding(finding));
        break;
      case 'warning':
        Validations.of(scope).addWarning(finding.code, formatFinding(finding), { context: { path: formatPath(finding.path) } });
        break;
      case 'info':
        Annotations.of(scope).addInfoV2(finding.code, formatFinding(finding));
        break;
    }
  }
}
