import { readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { loadBlueprints } from '../../lib/cli/load';
import { isSelfManaged } from '../../lib/core/blueprint/resolve';
import type { Blueprint, ManagedBlueprint } from '../../lib/core';

export const EXAMPLES = path.resolve(__dirname, '../../examples');

/** Folders that hold an example with this file; a new folder is found by itself. */
export function exampleNames(file = 'blueprint.yaml'): string[] {
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(EXAMPLES, entry.name, file)))
    .map((entry) => entry.name)
    .sort();
}

/** Every deployment that an example's YAML describes. */
export async function deploymentsOf(example: string): Promise<Blueprint[]> {
  const { documents, findings } = await loadBlueprints([path.join(EXAMPLES, example, 'blueprint.yaml')]);
  if (findings.length > 0) throw new Error(`example ${example}: ${JSON.stringify(findings)}`);
  return documents.map((document) => document.blueprint as Blueprint);
}

/** The same, of topologies that run on ElastiCache. */
export async function managedDeploymentsOf(example: string): Promise<ManagedBlueprint[]> {
  const deployments = await deploymentsOf(example);
  return deployments.filter((blueprint): blueprint is ManagedBlueprint => !isSelfManaged(blueprint));
}
