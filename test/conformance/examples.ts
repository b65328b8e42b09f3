import { readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { loadBlueprints } from '../../lib/cli/load';
import type { Blueprint } from '../../lib/core';

export const EXAMPLES = path.resolve(__dirname, '../../examples');

/** Folders that hold an example; a new folder is found by itself. */
export function exampleNames(): string[] {
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(EXAMPLES, entry.name, 'blueprint.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/** Every deployment that an example's YAML describes. */
export async function deploymentsOf(example: string): Promise<Blueprint[]> {
  const { documents, findings } = await loadBlueprints([path.join(EXAMPLES, example, 'blueprint.yaml')]);
  if (findings.length > 0) throw new Error(`example ${example}: ${JSON.stringify(findings)}`);
  return documents.map((document) => document.blueprint as Blueprint);
}
