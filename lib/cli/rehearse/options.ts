import type { EngineSpec } from '../../rehearsal/engines';
import { closest } from '../../core/rules/closest';
import { UsageError } from '../exit';
import type { ReadingOptions } from '../options';

export interface RehearseOptions extends ReadingOptions {
  /** Name of the blueprint in a file that holds several. */
  readonly blueprint?: string;
  readonly drills?: string;
  readonly engine?: string;
  readonly runs: string;
  readonly report?: string;
  readonly isolation: 'auto' | 'namespaces' | 'loopback';
  readonly keep?: boolean;
}

/** `valkey@8.1` as the engine that it names; without a version any one of it. */
export function engineOf(text: string): EngineSpec {
  const match = /^(redis|valkey)(?:@(\d+(?:\.\d+){0,2}))?$/.exec(text);
  if (match === null) throw new UsageError(`\`--engine\` must be redis or valkey, with a version behind @ if need be, got ${JSON.stringify(text)}`, 'write for example valkey@8.1');
  return { engine: match[1] as EngineSpec['engine'], version: match[2] };
}

export function runsOf(text: string): number {
  const runs = Number(text);
  if (!Number.isInteger(runs) || runs < 1 || runs > 1000) throw new UsageError(`\`--runs\` must be a whole number from 1 to 1000, got ${JSON.stringify(text)}`, 'leave it out for one run');
  return runs;
}

/** Names of drills that exist, in the order in which they stand in the list of all. */
export function namesOf(text: string | undefined, known: readonly string[]): readonly string[] {
  if (text === undefined) return known;
  const wanted = text.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const unknown = wanted.find((name) => !known.includes(name));
  if (wanted.length === 0 || unknown !== undefined) {
    const guess = unknown === undefined ? undefined : closest(unknown, known);
    throw new UsageError(`\`--drills\` must be some of ${known.join(', ')}, got ${JSON.stringify(unknown ?? text)}`, guess === undefined ? 'leave it out for all of them' : `did you mean ${guess}?`);
  }
  return known.filter((name) => wanted.includes(name));
}
