import { copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../exit';
import { listed } from '../../core/rules/wording';
import { MADE_BY, MANIFEST } from './manifest';
import type { Manifest } from './manifest';

/** Directory to be replaced, as it is now. */
export interface OutputDirectory {
  /** As the user named it. */
  readonly given: string;
  readonly real: string;
  readonly state: 'absent' | 'empty' | 'ours';
  /** What terraform left beside our files and what must survive: provider locks, plugin caches and the user's overrides. */
  readonly kept: readonly string[];
}

/** What `terraform init` writes into a stack's directory. The lock belongs to the user; the cache saves a download. */
const TERRAFORM_OWN = /^stacks[\\/][^\\/]+[\\/](\.terraform\.lock\.hcl|\.terraform)$/;

/**
 * What users lay over a stack, such as where its state is kept; kept even when the stack goes, since destroying it needs them.
 * @see https://developer.hashicorp.com/terraform/language/files/override
 */
const USERS_OWN = /^stacks[\\/][^\\/]+[\\/](backend\.tf|([^\\/]+_)?override\.tf(\.json)?)$/;

/**
 * Looks at the directory before anything is made.
 * @throws UsageError when it holds something that we did not write, which replacing it would destroy.
 */
export function inspectOutput(given: string): OutputDirectory {
  const absolute = path.resolve(given);
  if (!existsSync(absolute)) return { given, real: absolute, state: 'absent', kept: [] };
  const real = realpathSync(absolute);
  if (!lstatSync(real).isDirectory()) throw new UsageError(`\`--out\` must be a directory, and ${given} is a file`, 'name another place');
  const names = readdirSync(real);
  if (names.length === 0) return { given, real, state: 'empty', kept: [] };
  const manifest = manifestIn(real);
  if (manifest === undefined) throw new UsageError(`\`--out\` must be new, empty or made by an earlier synth, and ${given} holds other files`, 'name another directory, or empty it yourself');
  return { given, real, state: 'ours', kept: keptIn(given, real, manifest) };
}

function manifestIn(directory: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(path.join(directory, MANIFEST), 'utf8')) as Partial<Manifest>;
    return manifest.madeBy === MADE_BY && Array.isArray(manifest.caches) ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

/** A state file that somebody keeps beside the configuration must not go with the old output. */
function keptIn(given: string, real: string, manifest: Manifest): string[] {
  const written = new Set([MANIFEST, ...manifest.caches.map(({ file }) => path.normalize(file))]);
  const others = filesBelow(real, '').filter((file) => !written.has(file));
  const foreign = others.filter((file) => !TERRAFORM_OWN.test(file) && !USERS_OWN.test(file));
  if (foreign.length > 0) {
    const named = foreign.slice(0, 3).join(', ');
    throw new UsageError(`\`--out\` holds files that synth did not write, and replacing ${given} would delete them: ${named}${foreign.length > 3 ? ' and more' : ''}`, 'move them elsewhere, or name another directory');
  }
  return others;
}

/** Files below a directory, and directories that are terraform's as one. */
function filesBelow(root: string, below: string): string[] {
  return readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(below, entry.name);
    return entry.isDirectory() && !TERRAFORM_OWN.test(file) ? filesBelow(root, file) : [file];
  });
}

/**
 * Writes files beside the directory, then puts them in its place: whoever looks sees the old output or the new one.
 * @param files text by path relative to the directory
 */
export function replaceOutput(output: OutputDirectory, files: ReadonlyMap<string, string>): void {
  const beside = scratchBeside(output);
  try {
    const made = path.join(beside, 'new');
    for (const [file, text] of files) {
      mkdirSync(path.dirname(path.join(made, file)), { recursive: true });
      writeFileSync(path.join(made, file), text);
    }
    if (output.state === 'ours') swap(output, made, path.join(beside, 'old'));
    else {
      if (output.state === 'empty') rmdirSync(output.real);
      renameSync(made, output.real);
    }
  } catch (error) {
    throw writeError(output.given, error);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** In the same file system as the directory, since renaming across two is no renaming. */
function scratchBeside(output: OutputDirectory): string {
  const parent = path.dirname(output.real);
  try {
    mkdirSync(parent, { recursive: true });
    return mkdtempSync(path.join(parent, `.${path.basename(output.real)}.`));
  } catch (error) {
    throw writeError(output.given, error);
  }
}

function swap(output: OutputDirectory, made: string, old: string): void {
  const lasting = output.kept.filter((file) => USERS_OWN.test(file) || existsSync(path.join(made, path.dirname(file))));
  for (const file of lasting) if (!isCache(file)) copy(path.join(output.real, file), path.join(made, file));
  renameSync(output.real, old);
  try {
    renameSync(made, output.real);
  } catch (error) {
    renameSync(old, output.real);
    throw error;
  }
  for (const file of lasting) if (isCache(file)) renameSync(path.join(old, file), path.join(output.real, file));
}

/** A directory, which is moved once the new output stands; everything else is copied before. */
function isCache(file: string): boolean {
  return path.basename(file) === '.terraform';
}

function copy(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  copyFileSync(from, to);
}

const REASONS: { readonly [code: string]: string } = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EBUSY: 'it is in use as a mount point or current directory',
  EINVAL: 'it is in use as a mount point or current directory',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
};

function writeError(given: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const reason = code === undefined ? undefined : REASONS[code];
  return reason === undefined ? error : new UsageError(`nothing was written to ${given}: ${reason}`, `name another directory, or correct ${listed(['its permissions', 'its place'])}`);
}
