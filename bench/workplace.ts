import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Blueprint } from '../lib/core/blueprint';

export const ROOT = path.resolve(__dirname, '..');

/** Below the package, so that programs find it by its name, as its users do. */
const OUT = path.join(ROOT, 'out/bench');

export const EXAMPLES = {
  replicated: path.join(ROOT, 'examples/session-store/blueprint.yaml'),
  sharded: path.join(ROOT, 'examples/product-catalog/blueprint.yaml'),
  several: path.join(ROOT, 'examples/platform-team/blueprint.yaml'),
} as const;

export function blueprintOf(example: 'replicated' | 'sharded'): Blueprint {
  return parse(readFileSync(EXAMPLES[example], 'utf8')) as Blueprint;
}

export function clear(): void {
  rmSync(OUT, { recursive: true, force: true });
}

/** An own directory for what a program writes. */
export function outputOf(name: string): string {
  return path.join(OUT, 'synthesized', name);
}

export function writeProgram(name: string, text: string): string {
  const file = path.join(OUT, 'programs', `${name}.js`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}
