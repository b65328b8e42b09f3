import { formatPath } from '../../core/finding';
import type { Severity } from '../../core/finding';
import type { LocatedFinding } from '../load/located-finding';
import type { Style } from './style';
import { safe } from './layout';

/** One line: `file:line:column error RB104 message; remedy`, the form that editors and CI systems link to. */
export function findingLine(finding: LocatedFinding, style: Style): string {
  const { file, line, column, severity, code, message, remedy, overlays, acknowledged } = finding;
  const where = style.bold(`${safe(file)}:${line}:${column}`);
  const what = acknowledged === undefined ? colourOf(severity, style)(severity) : style.dim('acknowledged');
  const overlaid = overlays === undefined ? '' : style.dim(` (in ${overlays.map(safe).join(', ')})`);
  const reason = acknowledged === undefined ? '' : style.dim(` (accepted: ${safe(acknowledged)})`);
  return `${where} ${what} ${code} ${safe(message)}; ${safe(remedy)}${overlaid}${reason}`;
}

function colourOf(severity: Severity, style: Style): (text: string) => string {
  switch (severity) {
    case 'error':
      return style.red;
    case 'warning':
      return style.yellow;
    case 'info':
      return style.cyan;
  }
}

/** A finding as `--json` writes it: flat, with the path as people type it. */
export interface JsonFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
  readonly got?: unknown;
  readonly source?: string;
  readonly overlays?: readonly string[];
  readonly acknowledged?: string;
}

export function jsonFinding({ path, ...finding }: LocatedFinding): JsonFinding {
  return { ...finding, path: formatPath(path) };
}
