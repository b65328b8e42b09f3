import path from 'node:path';
import type { App } from 'cdktf';
import { addBlueprints } from 'redis-blueprints/cdktf';
import { readBlueprints } from 'redis-blueprints/yaml';

/** A platform team's own CDKTF app over its YAML: one stack, and one state, for every cache and environment. */
export async function build(app: App): Promise<void> {
  addBlueprints(app, await readBlueprints([path.join(__dirname, 'blueprint.yaml')]));
}
