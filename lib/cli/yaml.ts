/**
 * Blueprints from YAML files, for apps that compose them with constructs of their own.
 * @packageDocumentation
 */
import type { Blueprint } from '../core/blueprint';
import { formatFinding } from '../core/finding';
import { validate } from '../core/validate';
import { loadBlueprints, locateFinding } from './load';
import type { LocatedFinding } from './load';

/** Raised when a file cannot be read or a blueprint has errors; lists them all with file, line and column. */
export class BlueprintFilesError extends Error {
  constructor(readonly findings: readonly LocatedFinding[]) {
    super(['the blueprints have errors:', ...findings.map((finding) => `  ${finding.file}:${finding.line}:${finding.column} ${formatFinding(finding)}`)].join('\n'));
    this.name = 'BlueprintFilesError';
  }
}

/**
 * Reads and validates every deployment in YAML files or directories.
 * @param environment the overlay to pick. `@default` - every overlay
 * @throws BlueprintFilesError listing every error, when there is one
 */
export async function readBlueprints(paths: readonly string[], environment?: string): Promise<Blueprint[]> {
  const { documents, findings } = await loadBlueprints(paths, { environment });
  const located = documents.flatMap((document) => validate(document.blueprint).map((finding) => locateFinding(finding, document)));
  const errors = [...findings, ...located].filter((finding) => finding.severity === 'error');
  if (errors.length > 0) throw new BlueprintFilesError(errors);
  return documents.map((document) => document.blueprint as Blueprint);
}
