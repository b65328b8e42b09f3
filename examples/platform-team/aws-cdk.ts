import path from 'node:path';
import type { App } from 'aws-cdk-lib';
import { addBlueprints } from 'redis-blueprints/aws-cdk';
import { readBlueprints } from 'redis-blueprints/yaml';

/** A platform team's own CDK app over its YAML: one stack for every cache and environment. */
export async function build(app: App): Promise<void> {
  addBlueprints(app, await readBlueprints([path.join(__dirname, 'blueprint.yaml')]));
}
