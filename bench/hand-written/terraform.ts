import { timed } from '../programs';
import { TERRAFORM } from '../toolkits';
import type { TerraformToolkit } from '../toolkits';
import { Expression, inOrderOfUse, sourceOf, textWith, variableOf } from './source';

type Blocks = { readonly [type: string]: { readonly [id: string]: { readonly [argument: string]: unknown } } };

/** What is read of Terraform's JSON. */
export interface TerraformJson {
  readonly resource: Blocks;
  readonly data?: Blocks;
  readonly ephemeral?: Blocks;
  readonly output?: { readonly [id: string]: { readonly value: unknown; readonly description?: string } };
  readonly provider: { readonly aws: readonly object[] };
  readonly terraform: { readonly required_version?: string; readonly backend: { readonly local: object } };
}

/** Maps whose keys are the user's own, and so no argument names. */
const MAPS = new Set(['tags', 'dimensions']);

interface Block {
  readonly id: string;
  readonly type: string;
  readonly prefix: '' | 'data_' | 'ephemeral_';
  readonly block: { readonly [argument: string]: unknown };
}

/**
 * The program that a developer writes without this package: one binding of the provider for each resource, with literal arguments
 * and references from resource to resource.
 */
export function handWrittenTerraform(toolkit: TerraformToolkit, json: TerraformJson, output: string, stackName: string): string {
  const { core, provider } = TERRAFORM[toolkit];
  const found = [...blocksOf('', json.resource), ...blocksOf('data_', json.data), ...blocksOf('ephemeral_', json.ephemeral)];
  const addresses = new Map(found.map((each) => [addressOf(each), each]));
  const resources = inOrderOfUse(found.map((each) => written(each, addresses)));
  const imports = [...new Set(resources.map(({ module }) => module))].sort();
  const { required_version: version, backend } = json.terraform;
  return timed(
    [
      `const { App, LocalBackend, TerraformOutput, TerraformStack } = require('${core}');`,
      `const { AwsProvider } = require('${provider}/provider');`,
      ...imports.map((module) => `const { ${className(module)} } = require('${provider}/${module}');`),
    ],
    [
      `const app = new App({ outdir: ${JSON.stringify(output)}, context: { targetVersions: { terraform: '>=1.11.0', opentofu: '>=1.11.0' } } });`,
      `const stack = new TerraformStack(app, ${JSON.stringify(stackName)});`,
      ...(version === undefined ? [] : [`stack.addOverride('terraform.required_version', ${JSON.stringify(version)});`]),
      `new LocalBackend(stack, ${sourceOf(backend.local)});`,
      `new AwsProvider(stack, 'aws', ${sourceOf(json.provider.aws[0])});`,
      ...resources.map(({ line }) => line),
      ...Object.entries(json.output ?? {}).map(
        ([id, { value, description }]) => `new TerraformOutput(stack, ${JSON.stringify(id)}, ${sourceOf({ value: referring(value, addresses, new Set()), description })});`,
      ),
      'app.synth();',
    ],
  );
}

function blocksOf(prefix: Block['prefix'], blocks: Blocks | undefined): Block[] {
  return Object.entries(blocks ?? {}).flatMap(([type, each]) => Object.entries(each).map(([id, block]) => ({ id, type, prefix, block })));
}

function addressOf({ id, type, prefix }: Block): string {
  return `${prefix.replace('_', '.')}${type}.${id}`;
}

function written(each: Block, addresses: ReadonlyMap<string, Block>): { id: string; module: string; uses: Set<string>; line: string } {
  const { id, type, prefix, block } = each;
  const module = prefix === '' ? type.replace(/^aws_/, '').replaceAll('_', '-') : `${prefix}${type}`.replaceAll('_', '-');
  const uses = new Set<string>();
  const { '//': _metadata, depends_on: dependsOn, ...rest } = block;
  const config = {
    ...(camelCased(rest, addresses, uses) as object),
    ...(dependsOn === undefined ? {} : { dependsOn: (dependsOn as string[]).map((address) => { uses.add(address); return new Expression(variableOf(address)); }) }),
  };
  const address = addressOf(each);
  return { id: address, module, uses, line: `const ${variableOf(address)} = new ${className(module)}(stack, ${JSON.stringify(id)}, ${sourceOf(config)});` };
}

function className(module: string): string {
  return module.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

function camelCased(value: unknown, addresses: ReadonlyMap<string, Block>, uses: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => camelCased(each, addresses, uses));
  if (typeof value !== 'object' || value === null) return referring(value, addresses, uses);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [camelCase(name), MAPS.has(name) ? each : camelCased(each, addresses, uses)]),
  );
}

/** `${type.id.attribute}` becomes the attribute of the resource's variable; other expressions stay text, as developers write them. */
function referring(value: unknown, addresses: ReadonlyMap<string, Block>, uses: Set<string>): unknown {
  if (typeof value !== 'string') return value;
  const parts = value.split(/(\$\{(?:data\.|ephemeral\.)?[a-z0-9_]+\.[A-Za-z0-9_-]+\.[a-z_]+\})/).filter((part) => part !== '').map((part) => {
    const [, address, attribute] = /^\$\{((?:data\.|ephemeral\.)?[a-z0-9_]+\.[A-Za-z0-9_-]+)\.([a-z_]+)\}$/.exec(part) ?? [];
    if (address === undefined || attribute === undefined || !addresses.has(address)) return part;
    uses.add(address);
    return new Expression(`${variableOf(address)}.${camelCase(attribute)}`);
  });
  if (parts.length === 1) return parts[0];
  return parts.every((part) => typeof part === 'string') ? value : textWith(parts);
}

/** What two outputs must have in common to hold the same resources. */
export function comparableTerraform({ resource, data, ephemeral, output, provider, terraform }: TerraformJson): unknown {
  return JSON.parse(JSON.stringify({ resource, data, ephemeral, output, provider, terraform }, (key, value: unknown) => (key === '//' ? undefined : value)));
}
