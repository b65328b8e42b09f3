import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BindingsSchema } from './bindings-schema';
import { StandInProvider } from './provider';
import type { UsedTypes } from './provider';

/** Synthesized configuration of one stack. */
export interface Configuration {
  readonly resource?: { readonly [type: string]: unknown };
  readonly data?: { readonly [type: string]: unknown };
  readonly ephemeral?: { readonly [type: string]: unknown };
  readonly [section: string]: unknown;
}

export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

/** The first of terraform and tofu that runs here; undefined where neither is installed. */
export const BINARY = ['terraform', 'tofu'].find((name) => {
  try {
    execFileSync(name, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

const schemas = new Map<string, BindingsSchema>();
function schemaOf(bindings: string): BindingsSchema {
  const schema = schemas.get(bindings) ?? new BindingsSchema(bindings);
  schemas.set(bindings, schema);
  return schema;
}

/** A folder with a configuration, and the real binary running in it against a stand-in provider. */
export class Workspace {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'terraform-'));
  private constructor(readonly provider: StandInProvider) {}

  /** Starts a provider that knows the types of all these configurations. */
  static async open(bindings: string, ...configurations: readonly Configuration[]): Promise<Workspace> {
    const types = (section: 'resource' | 'data' | 'ephemeral'): string[] => [...new Set(configurations.flatMap((configuration) => Object.keys(configuration[section] ?? {})))];
    const used: UsedTypes = { resource: types('resource'), data: types('data'), ephemeral: types('ephemeral') };
    const provider = new StandInProvider(schemaOf(bindings), used);
    await provider.start();
    return new Workspace(provider);
  }

  use(configuration: Configuration): void {
    // The state belongs to the test's folder, not beside the repository.
    const terraform = { ...(configuration.terraform as object), backend: { local: { path: 'test.tfstate' } } };
    writeFileSync(path.join(this.folder, 'main.tf.json'), JSON.stringify({ ...configuration, terraform }));
  }

  async run(...args: readonly string[]): Promise<Outcome> {
    return new Promise((resolve) => {
      execFile(BINARY!, [...args, '-no-color'], { cwd: this.folder, env: this.environment(), maxBuffer: 64 << 20, timeout: 120_000 }, (error, stdout, stderr) => {
        resolve({ ok: error === null, output: stdout + stderr });
      });
    });
  }

  state(): string {
    return readFileSync(path.join(this.folder, 'test.tfstate'), 'utf8');
  }

  close(): void {
    this.provider.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Nothing of the user's settings, and no way to a registry or to HashiCorp. */
  private environment(): NodeJS.ProcessEnv {
    const home = path.join(this.folder, 'home');
    mkdirSync(home, { recursive: true });
    return { PATH: process.env.PATH, HOME: home, TF_REATTACH_PROVIDERS: this.provider.reattach, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', TF_INPUT: '0' };
  }
}
