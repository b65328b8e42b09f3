import type { Blueprint } from '../core/blueprint';
import { addBlueprints } from './stack';
import { App } from './vendor';

/**
 * Writes the Terraform JSON of blueprints, one stack each, below `outdir`.
 * @returns the names of the stacks; each is at `stacks/<name>/cdk.tf.json`
 */
export function synthesizeApp(blueprints: readonly Blueprint[], outdir?: string): string[] {
  const app = new App({ outdir });
  const stacks = addBlueprints(app, blueprints);
  app.synth();
  return stacks.map((stack) => stack.node.id);
}
