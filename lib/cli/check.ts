import type { Blueprint } from '../core/blueprint';
import type { Finding, FindingPath } from '../core/finding';
import { groupBy } from '../core/operations/report/group-by';
import { validate } from '../core/validate';
import { validateTogether } from '../core/validate-together';
import { UsageError } from './exit';
import type { Io } from './io';
import { loadBlueprints, locateFinding } from './load';
import type { LoadedBlueprint, LocatedFinding } from './load';
import type { ReadingOptions } from './options';

/** A deployment without error-level findings. */
export interface AcceptedBlueprint extends LoadedBlueprint {
  readonly blueprint: Blueprint;
}

/** Everything that reading and validating said. */
export interface CheckResult {
  readonly blueprints: number;
  readonly accepted: readonly AcceptedBlueprint[];
  /** By file and place, infos last; what several overlays share stands once. */
  readonly findings: readonly LocatedFinding[];
  readonly counts: FindingCounts;
  /** Whether the exit code is 0: no error and, with `--strict`, no open warning. */
  readonly ok: boolean;
}

export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly acknowledged: number;
}

/**
 * Reads and validates blueprints, telling the user how far it is when there are several files.
 * @param also what else to find in a blueprint that no rule refuses, such as what its target cannot hold
 * @throws UsageError for an environment that no blueprint has; not while files cannot be read, since it may stand in those.
 */
export async function check(paths: readonly string[], options: ReadingOptions, io: Io, also: (blueprint: Blueprint) => readonly Finding[] = () => []): Promise<CheckResult> {
  const progress = options.json === true || options.quiet === true || !io.errIsTerminal ? undefined : io.err;
  const { documents, findings: readingFindings, wrongEnvironment } = await loadBlueprints(paths, {
    environment: options.environment,
    onFile: (file, index, total) => {
      if (total > 1) progress?.(`\r\u001b[K[${index + 1}/${total}] ${file}`);
    },
  });
  progress?.('\r\u001b[K');
  if (wrongEnvironment !== undefined && readingFindings.length === 0) throw new UsageError(wrongEnvironment.message, wrongEnvironment.remedy);
  const judged = documents.map((document) => {
    const found = validate(document.blueprint);
    return { document, findings: found.some(isError) ? found : [...found, ...also(document.blueprint as Blueprint)] };
  });
  const located = judged.flatMap(({ document, findings }) => findings.map((finding) => locateFinding(finding, document)));
  const findings = inFileOrder(merged([...readingFindings, ...located, ...together(documents)]));
  const counts = countsOf(findings);
  return {
    blueprints: documents.length,
    accepted: judged.filter(({ findings: found }) => !found.some(isError)).map(({ document }) => document as AcceptedBlueprint),
    findings,
    counts,
    ok: counts.errors === 0 && (options.strict !== true || counts.warnings === 0),
  };
}

/** Environments are looked at one by one: they are deployed to accounts of their own, or carry their name in every id. */
function together(documents: readonly LoadedBlueprint[]): LocatedFinding[] {
  return [...groupBy(documents, ({ environment }) => environment).values()].flatMap((group) =>
    validateTogether(group.map(({ blueprint }) => blueprint)).map(({ other, ...finding }) => {
      const { document, path } = placed(finding.path, group);
      const message = other === undefined ? finding.message : `${finding.message} (${whereIs(other, group)})`;
      return locateFinding({ ...finding, message, path }, document);
    }),
  );
}

/** Paths of findings about several blueprints begin with a position in the list. */
function placed([index, ...path]: FindingPath, group: readonly LoadedBlueprint[]): { readonly document: LoadedBlueprint; readonly path: FindingPath } {
  return { document: (typeof index === 'number' ? group[index] : undefined) ?? group[0]!, path };
}

function whereIs(other: FindingPath, group: readonly LoadedBlueprint[]): string {
  const { document, path } = placed(other, group);
  const { file, line } = document.locate(path);
  return `${file}:${line}`;
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** A mistake in the base would otherwise be told once for every overlay. */
function merged(findings: readonly LocatedFinding[]): LocatedFinding[] {
  const seen = new Map<string, LocatedFinding>();
  for (const finding of findings) {
    const { file, line, column, code, message } = finding;
    const key = JSON.stringify([file, line, column, code, message]);
    const earlier = seen.get(key);
    const overlays = [...(earlier?.overlays ?? []), ...(finding.overlays ?? [])];
    seen.set(key, { ...(earlier ?? finding), ...(overlays.length > 0 ? { overlays: [...new Set(overlays)] } : {}) });
  }
  return [...seen.values()];
}

/** Files in the order in which they were named; in a file from top to bottom, and what only tells after what has to be done. */
function inFileOrder(findings: readonly LocatedFinding[]): LocatedFinding[] {
  const files = [...new Set(findings.map(({ file }) => file))];
  return [...findings].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}

function rank({ severity }: Finding): number {
  return severity === 'info' ? 1 : 0;
}

function countsOf(findings: readonly LocatedFinding[]): FindingCounts {
  const open = findings.filter(({ acknowledged }) => acknowledged === undefined);
  const count = (severity: Finding['severity']): number => open.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), acknowledged: findings.length - open.length };
}
