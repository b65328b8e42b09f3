import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Blueprint } from '../../core/blueprint';
import { DEFAULTS } from '../../core/blueprint/defaults';
import type { Finding } from '../../core/finding';
import { planBlueprint } from '../../core/plan/build';
import { counted } from '../../core/rules/wording';
import { check } from '../check';
import type { AcceptedBlueprint } from '../check';
import { EXIT, UsageError } from '../exit';
import type { ExitCode } from '../exit';
import type { Io } from '../io';
import type { ReadingOptions } from '../options';
import { jsonCheck, jsonResult } from '../print/json';
import { table } from '../print/layout';
import { printFindings } from '../print/summary';
import { grouped } from '../print/units';
import { MADE_BY, MANIFEST } from '../synth/manifest';
import type { Manifest, ManifestEntry } from '../synth/manifest';
import { inspectOutput, replaceOutput } from '../synth/output-directory';
import { requirePeers } from '../synth/peers';
import { renderStacks } from '../synth/render';
import type { RenderedStack } from '../synth/render';
import type { Target, TerraformToolkit, Toolkit } from '../synth/toolkits';

export interface SynthOptions extends ReadingOptions {
  readonly target: Target;
  readonly out: string;
  readonly toolkit?: TerraformToolkit;
}

/** `synth`: writes one template or Terraform stack for each cache. All of them or, where one blueprint has errors, nothing. */
export async function synthCommand(paths: readonly string[], options: SynthOptions, io: Io): Promise<ExitCode> {
  const toolkit = toolkitOf(options);
  const output = inspectOutput(options.out);
  requirePeers(toolkit);
  const result = await check(paths, options, io, options.target === 'cloudformation' ? templateJudge() : undefined);
  const written = result.ok ? write(result.accepted, toolkit, options, output) : undefined;
  if (options.json === true) io.out(jsonResult('synth', result.ok, { ...jsonCheck(result), out: options.out, manifest: written?.manifest ?? null }));
  else {
    printFindings(result, options, io);
    if (options.quiet !== true) io.out(written === undefined ? `nothing was written to ${options.out}\n` : told(written, options));
  }
  return result.ok ? EXIT.fine : EXIT.findings;
}

/** What a CloudFormation template refuses beside the rules; loaded only for that target. */
function templateJudge(): (blueprint: Blueprint) => readonly Finding[] {
  const { templateFindings } = require('../../aws-cdk/template-limits') as typeof import('../../aws-cdk/template-limits');
  return (blueprint) => templateFindings(planBlueprint(blueprint));
}

function toolkitOf({ target, toolkit }: SynthOptions): Toolkit {
  if (target === 'terraform') return toolkit ?? 'cdktf';
  if (toolkit !== undefined) throw new UsageError('`--toolkit` chooses a Terraform toolkit, and the target is cloudformation', 'leave it out, or write --target terraform');
  return 'aws-cdk';
}

interface Written {
  readonly manifest: Manifest;
  /** Whether the first stack makes roles, which CloudFormation only does when it is told that it may. */
  readonly needsCapability: boolean;
}

function write(accepted: readonly AcceptedBlueprint[], toolkit: Toolkit, { target }: SynthOptions, output: ReturnType<typeof inspectOutput>): Written {
  const scratch = mkdtempSync(path.join(tmpdir(), 'redis-blueprints-'));
  try {
    refuseSharedIds(accepted);
    const stacks = renderStacks(toolkit, accepted.map(({ blueprint }) => blueprint), scratch);
    const caches = stacks.map((stack, index) => entryOf(stack, accepted[index]!));
    const manifest: Manifest = { madeBy: MADE_BY, schemaVersion: 1, target, toolkit, caches };
    const files = new Map(stacks.map((stack, index) => [caches[index]!.file, stack.text] as const));
    replaceOutput(output, files.set(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`));
    return { manifest, needsCapability: stacks[0] !== undefined && makesRoles(stacks[0].text) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Environments may share ids when they live in different accounts, but not in one output. */
function refuseSharedIds(accepted: readonly AcceptedBlueprint[]): void {
  const seen = new Map<string, AcceptedBlueprint>();
  for (const document of accepted) {
    const id = (document.blueprint.cacheId ?? document.blueprint.name).toLowerCase();
    const earlier = seen.get(id);
    if (earlier !== undefined) {
      throw new UsageError(`two blueprints have the cache id ${id}: ${whereFrom(earlier)} and ${whereFrom(document)}`, 'write them to different directories, one --environment at a time');
    }
    seen.set(id, document);
  }
}

function whereFrom({ file, overlay }: AcceptedBlueprint): string {
  return overlay === undefined ? file : `${file} (${overlay})`;
}

function entryOf({ id, fileName, text }: RenderedStack, { blueprint, file, overlay }: AcceptedBlueprint): ManifestEntry {
  return {
    id,
    name: blueprint.name,
    kind: blueprint.kind,
    environment: blueprint.environment ?? DEFAULTS.environment,
    ...(blueprint.region === undefined ? {} : { region: blueprint.region }),
    file: `stacks/${id}/${fileName}`,
    bytes: Buffer.byteLength(text),
    resources: resourcesIn(text),
    from: file,
    ...(overlay === undefined ? {} : { overlay }),
  };
}

/** CloudFormation has one level of resources, Terraform groups them by type. */
function resourcesIn(text: string): number {
  const { Resources, resource } = JSON.parse(text) as { Resources?: object; resource?: { [type: string]: object } };
  return Resources === undefined ? Object.values(resource ?? {}).reduce((sum, ofType) => sum + Object.keys(ofType).length, 0) : Object.keys(Resources).length;
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html */
function makesRoles(text: string): boolean {
  const { Resources = {} } = JSON.parse(text) as { Resources?: { [id: string]: { Type: string } } };
  return Object.values(Resources).some(({ Type }) => Type.startsWith('AWS::IAM::'));
}

/** CloudFormation takes larger templates only through S3. */
const LARGEST_INLINE_TEMPLATE = 51_200;

function told({ manifest: { caches, target }, needsCapability }: Written, { out }: SynthOptions): string {
  const rows = table(
    caches.map(({ file, resources, bytes }) => [path.join(out, file), `${counted(resources, 'resource')}, ${grouped(bytes)} bytes`]),
    Number.POSITIVE_INFINITY,
  );
  const noun = target === 'terraform' ? 'Terraform stack' : 'CloudFormation template';
  return [`wrote ${counted(caches.length, noun)} and ${path.join(out, MANIFEST)}`, ...rows, '', ...nextSteps(caches[0], needsCapability, target, out), ''].join('\n');
}

function nextSteps(first: ManifestEntry | undefined, needsCapability: boolean, target: Target, out: string): string[] {
  if (first === undefined) return [];
  const file = path.join(out, first.file);
  if (target === 'terraform') return [`next: terraform -chdir=${path.dirname(file)} init && terraform -chdir=${path.dirname(file)} plan`];
  const bucket = first.bytes > LARGEST_INLINE_TEMPLATE ? ' --s3-bucket BUCKET' : '';
  const region = first.region === undefined ? '' : ` --region ${first.region}`;
  const capabilities = needsCapability ? ' --capabilities CAPABILITY_IAM' : '';
  return [`next: aws cloudformation deploy --stack-name ${first.id} --template-file ${file}${capabilities}${region}${bucket}`];
}
