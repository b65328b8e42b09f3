import { DRILLS } from '../drills';
import type { RunResult } from '../rehearsal';
import { countsInWords, countsOf, figuresOf, type RehearsalSummary } from './summary';

/** The report of a rehearsal as Markdown; the same results always give the same text. */
export function markdownReport(summary: RehearsalSummary): string {
  const { blueprint, kind, engine, allocator, isolation, differences, limits, results, keptIn } = summary;
  const hosts = isolation.kind === 'namespaces' ? 'network namespaces, one per node' : `loopback addresses (${isolation.reason ?? 'no reason was given'}); the network between them cannot be cut`;
  return [
    `# Rehearsal of ${blueprint}`,
    '',
    `${countsInWords(countsOf(results))}.`,
    '',
    `- kind: ${kind}`,
    `- engine: ${engine}, allocator ${allocator}`,
    `- hosts: ${hosts}`,
    ...(keptIn === undefined ? [] : [`- configuration and logs: ${keptIn}`]),
    '',
    ...list('What differs from the blueprint', differences),
    ...list('What this run cannot show', limits),
    '## Drills',
    '',
    row(['drill', 'run', 'outcome', 'objective', 'measured', 'reason']),
    row(Array.from({ length: 6 }, () => '---')),
    ...results.map((one) => row([titleOf(one), String(one.run), one.outcome.replace('-', ' '), one.objective, figuresOf(one), one.reason ?? ''])),
    '',
  ].join('\n');
}

function titleOf({ drill }: RunResult): string {
  return DRILLS.find(({ name }) => name === drill)?.title ?? drill;
}

function list(title: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [`## ${title}`, '', ...entries.map((entry) => `- ${entry}`), ''];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}
