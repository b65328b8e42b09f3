import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as library from '../../../lib/cdktf';
import type * as vendor from '../../../lib/cdktf/vendor';
import type { Blueprint } from '../../../lib/core/blueprint';

/** One toolkit's copy of the library. The two cannot share a process's app, so each test file asks for one. */
export interface Toolkit {
  readonly name: 'cdktf' | 'cdktn';
  readonly library: typeof library;
  readonly vendor: typeof vendor;
  readonly bindings: string;
}

export function toolkit(name: Toolkit['name']): Toolkit {
  const load = (file: string): unknown => jest.requireActual(path.resolve(__dirname, `../../../lib/${name}`, file));
  return { name, library: load('index') as typeof library, vendor: load('vendor') as typeof vendor, bindings: `@${name}/provider-aws` };
}

/** What a stack became. */
export interface Synthesized {
  readonly text: string;
  readonly resource: { readonly [type: string]: { readonly [address: string]: Resource } };
  readonly data: { readonly [type: string]: { readonly [address: string]: Resource } };
  readonly ephemeral?: { readonly [type: string]: { readonly [address: string]: Resource } };
  readonly output: { readonly [name: string]: { readonly value: string } };
  readonly terraform: { readonly required_version?: string; readonly backend: object; readonly required_providers: object };
  readonly [section: string]: unknown;
}

export interface Resource {
  readonly lifecycle?: { readonly [name: string]: unknown };
  readonly [argument: string]: unknown;
}

/** Runs an app and reads every stack that it wrote. */
export function synthesize(kit: Toolkit, build: (app: InstanceType<typeof vendor.App>) => void): { [stack: string]: Synthesized } {
  const outdir = mkdtempSync(path.join(tmpdir(), `${kit.name}-`));
  try {
    const app = new kit.vendor.App({ outdir });
    build(app);
    app.synth();
    const manifest = JSON.parse(readFileSync(path.join(outdir, 'manifest.json'), 'utf8')) as { stacks: { [name: string]: { synthesizedStackPath: string } } };
    return Object.fromEntries(
      Object.entries(manifest.stacks).map(([name, { synthesizedStackPath }]) => {
        const text = readFileSync(path.join(outdir, synthesizedStackPath), 'utf8');
        // Not enumerable, so that a copy of the stack is nothing but its configuration.
        return [name, Object.defineProperty(JSON.parse(text) as Omit<Synthesized, 'text'>, 'text', { value: text })];
      }),
    ) as { [stack: string]: Synthesized };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The one stack of one blueprint. */
export function synthesizeBlueprint(kit: Toolkit, blueprint: Blueprint): Synthesized {
  const [stack] = Object.values(synthesize(kit, (app) => kit.library.addBlueprints(app, [blueprint])));
  return stack!;
}

/** The only resource of a type. */
export function only(stack: Synthesized, type: string): Resource {
  const all = Object.values(stack.resource[type] ?? {});
  if (all.length !== 1) throw new Error(`${String(all.length)} resources of type ${type}`);
  return all[0]!;
}

/** Addresses of every resource, data source and ephemeral resource. */
export function addresses(stack: Synthesized): string[] {
  return (['resource', 'data', 'ephemeral'] as const)
    .flatMap((section) => Object.entries(stack[section] ?? {}).flatMap(([type, all]) => Object.keys(all as object).map((name) => `${section}.${type}.${name}`)))
    .sort();
}
