import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Blueprint } from '../../core/blueprint';
import type { Toolkit } from './toolkits';

/** One written stack: the cache's own file, as text. */
export interface RenderedStack {
  readonly id: string;
  readonly fileName: string;
  readonly text: string;
}

/** Renders every blueprint through a toolkit; `scratch` is a directory that the toolkit may fill. Loads the toolkit. */
export function renderStacks(toolkit: Toolkit, blueprints: readonly Blueprint[], scratch: string): RenderedStack[] {
  return toolkit === 'aws-cdk' ? renderCloudFormation(blueprints, scratch) : renderTerraform(toolkit, blueprints, scratch);
}

/** The toolkit's name stands in a variable, because only `lib/aws-cdk` imports it; here it is the host of that library's stacks. */
const CDK: string = 'aws-cdk-lib';

function renderCloudFormation(blueprints: readonly Blueprint[], scratch: string): RenderedStack[] {
  const { addBlueprints } = require('../../aws-cdk') as typeof import('../../aws-cdk');
  const { App, DefaultStackSynthesizer } = require(CDK) as CdkHost;
  const app = new App({
    outdir: scratch,
    analyticsReporting: false,
    treeMetadata: false,
    context: { '@aws-cdk/core:validateAgainstDefaultRules': true },
    // Templates hold no assets, so they deploy into accounts that were never bootstrapped.
    defaultStackSynthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
  });
  const stacks = addBlueprints(app as Parameters<typeof addBlueprints>[0], blueprints);
  synthOrThrow(app);
  return stacks.map(({ stackName, templateFile }) => ({ id: stackName, fileName: 'template.json', text: readFileSync(path.join(scratch, templateFile), 'utf8') }));
}

/** The CDK prints what its own validation refuses and says so only through the exit code of the process. */
function synthOrThrow(app: { synth(): unknown }): void {
  const before = process.exitCode;
  process.exitCode = undefined;
  app.synth();
  const refused = process.exitCode !== undefined;
  process.exitCode = before;
  if (refused) throw new Error("the CDK's template validation refused what was made, see its report above");
}

interface CdkHost {
  readonly App: new (props: object) => { synth(): unknown };
  readonly DefaultStackSynthesizer: new (props: { generateBootstrapVersionRule: boolean }) => object;
}

function renderTerraform(toolkit: 'cdktf' | 'cdktn', blueprints: readonly Blueprint[], scratch: string): RenderedStack[] {
  const { synthesizeApp } = (toolkit === 'cdktf' ? require('../../cdktf') : require('../../cdktn')) as typeof import('../../cdktf');
  return synthesizeApp(blueprints, scratch).map((id) => ({
    id,
    fileName: 'cdk.tf.json',
    text: readFileSync(path.join(scratch, 'stacks', id, 'cdk.tf.json'), 'utf8'),
  }));
}
