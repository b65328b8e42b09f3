import { counted } from '../../core/rules/wording';
import type { CheckResult } from '../check';
import type { Io } from '../io';
import type { ReadingOptions } from '../options';
import { findingLine } from './findings';
import { styleFor } from './style';

/** Prints every finding and one line that sums up. Quiet: only what makes the command fail. */
export function printFindings(result: CheckResult, options: ReadingOptions, io: Io): void {
  const style = styleFor(io, options);
  const fails = (severity: string): boolean => severity === 'error' || (options.strict === true && severity === 'warning');
  const shown = options.quiet === true ? result.findings.filter(({ severity, acknowledged }) => fails(severity) && acknowledged === undefined) : result.findings;
  for (const finding of shown) io.out(`${findingLine(finding, style)}\n`);
  if (options.quiet === true) return;
  const paint = result.ok ? style.green : style.red;
  io.out(`${shown.length > 0 ? '\n' : ''}${paint(summaryOf(result))}\n`);
  if (!result.ok && result.counts.errors === 0) io.out('--strict: warnings fail; fix them, or acknowledge each with its reason\n');
}

/** `2 errors, 1 warning in 3 blueprints`. */
export function summaryOf({ blueprints, counts }: CheckResult): string {
  const parts = [
    counts.errors > 0 ? counted(counts.errors, 'error') : 'no errors',
    counts.warnings > 0 ? counted(counts.warnings, 'warning') : 'no warnings',
    ...(counts.infos > 0 ? [counted(counts.infos, 'info')] : []),
    ...(counts.acknowledged > 0 ? [`${counts.acknowledged} acknowledged`] : []),
  ];
  return `${parts.join(', ')} in ${counted(blueprints, 'blueprint')}`;
}
