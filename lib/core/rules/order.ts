import type { Finding, FindingPath, Severity } from '../finding';

const RANK: { readonly [S in Severity]: number } = { error: 0, warning: 1, info: 2 };

/** Findings by severity, then place, then code, so that the same blueprint always gives the same list. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || comparePaths(a.path, b.path) || compareText(a.code, b.code) || compareText(a.message, b.message),
  );
}

function comparePaths(a: FindingPath, b: FindingPath): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = compareSteps(a[index] ?? '', b[index] ?? '');
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareSteps(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
}

/** By code unit: the order must not depend on the machine's language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
