import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runOnce } from '../measure';
import { ourProgram } from '../programs';
import type { Toolkit } from '../toolkits';
import { blueprintOf, outputOf, writeProgram } from '../workplace';
import { comparableTemplate, handWrittenCdk } from './cloudformation';
import type { Template } from './cloudformation';
import { firstDifference } from './source';
import { comparableTerraform, handWrittenTerraform } from './terraform';
import type { TerraformJson } from './terraform';

/** Two programs that make the same resources. */
export interface Pair {
  readonly ours: string;
  readonly byHand: string;
  readonly resources: number;
}

/** Writes both programs and runs each once; throws unless they made the same resources. */
export async function pairOf(toolkit: Toolkit, kind: 'replicated' | 'sharded'): Promise<Pair> {
  const name = `${toolkit}-${kind}`;
  const { file: ours, output } = ourProgram(`ours-${name}`, toolkit, [blueprintOf(kind)]);
  await run(ours);
  const made = read(toolkit, output);
  const ownOutput = outputOf(`by-hand-${name}`);
  const byHand = writeProgram(`by-hand-${name}`, made.program(ownOutput));
  await run(byHand);
  const difference = firstDifference(made.comparable, read(toolkit, ownOutput).comparable);
  if (difference !== undefined) throw new Error(`${name}: the program by hand makes other resources, first at ${difference}`);
  return { ours, byHand, resources: made.resources };
}

async function run(file: string): Promise<void> {
  await runOnce({ name: path.basename(file), args: [file], env: { CDK_VALIDATION: 'false' } });
}

interface Synthesized {
  readonly program: (output: string) => string;
  readonly comparable: unknown;
  readonly resources: number;
}

function read(toolkit: Toolkit, output: string): Synthesized {
  return toolkit === 'aws-cdk' ? readCdk(output) : readTerraform(toolkit, output);
}

function readCdk(output: string): Synthesized {
  const [file = ''] = readdirSync(output).filter((each) => each.endsWith('.template.json'));
  const stackName = file.replace('.template.json', '');
  const template = json(path.join(output, file)) as Template;
  const { artifacts } = json(path.join(output, 'manifest.json')) as { artifacts: { [id: string]: { environment: string; properties: { terminationProtection?: boolean } } } };
  const artifact = artifacts[stackName];
  const region = artifact?.environment.split('/').pop();
  const stackProps = { env: { region }, terminationProtection: artifact?.properties.terminationProtection };
  return {
    program: (own) => handWrittenCdk(template, { output: own, stackName, stackProps }),
    comparable: comparableTemplate(template),
    resources: Object.keys(template.Resources).length,
  };
}

function readTerraform(toolkit: Exclude<Toolkit, 'aws-cdk'>, output: string): Synthesized {
  const [stackName = ''] = readdirSync(path.join(output, 'stacks'));
  const made = json(path.join(output, 'stacks', stackName, 'cdk.tf.json')) as TerraformJson;
  return {
    program: (own) => handWrittenTerraform(toolkit, made, own, stackName),
    comparable: comparableTerraform(made),
    resources: [made.resource, made.data ?? {}, made.ephemeral ?? {}].flatMap((blocks) => Object.values(blocks)).reduce((sum, each) => sum + Object.keys(each).length, 0),
  };
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
