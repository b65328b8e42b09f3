import type { LineCounter } from 'yaml';
import { STRUCTURE } from '../../core/rules/structure/codes';
import { closest } from '../../core/rules/closest';
import { listed, printable } from '../../core/rules/wording';
import { READING } from './codes';
import { listFiles } from './files';
import { offsetOf, toPlain } from './located';
import { readingFinding } from './located-finding';
import type { Locate, LocatedFinding, Place } from './located-finding';
import { expandOverlays } from './overlays';
import type { Deployment } from './overlays';
import { parseText } from './parse';
import type { TextProblem } from './read-value';
import { readText } from './text';

/** One deployment read from a file, not yet validated. */
export interface LoadedBlueprint {
  readonly blueprint: unknown;
  readonly file: string;
  /** Key under `environments`; absent where the document has none. */
  readonly overlay?: string;
  /** What `--environment` selects it by: the overlay's key, otherwise the environment that the document states. */
  readonly environment: string;
  readonly locate: Locate;
}

/** What the files hold, and what is wrong with them. */
export interface LoadResult {
  readonly documents: readonly LoadedBlueprint[];
  readonly findings: readonly LocatedFinding[];
  /** What is wrong with the option `environment`: no blueprint that could be read has such a one. */
  readonly wrongEnvironment?: { readonly message: string; readonly remedy: string };
}

export interface LoadOptions {
  /**
   * Overlay to pick; of documents without overlays, the environment that they state.
   * @default - every overlay
   */
  readonly environment?: string;
  /** Told before each file is read. */
  readonly onFile?: (file: string, index: number, total: number) => void;
}

/** Enough for a thousand caches; less than what makes a machine swap. */
const MOST_VALUES_IN_ALL = 2_000_000;

/**
 * Reads blueprints from YAML files and directories. Never throws: whatever is wrong with a file is a finding
 * that points at file, line and column.
 */
export async function loadBlueprints(paths: readonly string[], options: LoadOptions = {}): Promise<LoadResult> {
  const { files, findings: pathFindings } = await listFiles(paths);
  const findings: LocatedFinding[] = [...pathFindings];
  const read: LoadedBlueprint[] = [];
  const budget = { values: MOST_VALUES_IN_ALL };
  for (const [index, file] of files.entries()) {
    options.onFile?.(file, index, files.length);
    await readFileInto(file, budget, read, findings);
  }
  const chosen = options.environment === undefined ? read : read.filter(({ environment }) => environment === options.environment);
  const wrong = options.environment !== undefined && chosen.length === 0 && read.length > 0;
  return { documents: chosen, findings, ...(wrong ? { wrongEnvironment: noSuchEnvironment(options.environment, read) } : {}) };
}

async function readFileInto(file: string, budget: { values: number }, read: LoadedBlueprint[], findings: LocatedFinding[]): Promise<void> {
  const text = await readText(file);
  if ('finding' in text) {
    findings.push(text.finding);
    return;
  }
  const { roots, problems, lines } = parseText(text.text);
  const report = (problem: TextProblem): void =>
    void findings.push(readingFinding(problem.kind, placeAt(file, lines, problem.at), problem.message, problem.remedy));
  problems.forEach(report);
  if (roots.length === 0 && problems.length === 0) {
    const holds = text.text.trim() === '' ? 'is empty' : 'holds nothing but comments';
    report({ kind: READING.empty, at: 0, message: `the file must hold a blueprint, and ${holds}`, remedy: 'write a first blueprint with `redis-blueprints init`' });
  }
  for (const root of roots) {
    const { deployments, problems: overlayProblems } = expandOverlays(root);
    overlayProblems.forEach(report);
    for (const deployment of deployments) {
      budget.values -= deployment.root.size;
      if (budget.values < 0) {
        report({ kind: STRUCTURE.size, at: root.at, message: `the files go beyond ${MOST_VALUES_IN_ALL} values in all`, remedy: 'name fewer files at a time' });
        return;
      }
      read.push(documentOf(file, deployment, lines));
    }
  }
}

function documentOf(file: string, { root, overlay, environment }: Deployment, lines: LineCounter): LoadedBlueprint {
  return {
    blueprint: toPlain(root),
    file,
    ...(overlay === undefined ? {} : { overlay }),
    environment,
    locate: (path, of = 'value') => placeAt(file, lines, offsetOf(root, path, of)),
  };
}

function placeAt(file: string, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(1, line), column: Math.max(1, col) };
}

function noSuchEnvironment(wanted: string, read: readonly LoadedBlueprint[]): { readonly message: string; readonly remedy: string } {
  const known = [...new Set(read.map(({ environment }) => environment))].sort();
  const guess = closest(wanted, known);
  return {
    message: `\`--environment\` must be ${known.length > 1 ? 'one of ' : ''}${listed(known.map(printable))}, got "${printable(wanted)}"`,
    remedy: guess === undefined ? 'name one that exists, or leave the option out' : `did you mean ${printable(guess)}?`,
  };
}
