// What the package costs: synthesis, imports and validation, each against its baseline in the same run. Measures the built package
// in processes of its own, since that is what users run.
import os from 'node:os';
import { writeDocument } from './document';
import { optionsOf } from './options';
import { againstHandWritten } from './sections/against-hand-written';
import { imports } from './sections/imports';
import { scale } from './sections/scale';
import { validate } from './sections/validate';
import { validationEngine } from './sections/validation-engine';
import type { Bench } from './sections/run-options';
import { printSection } from './table';
import type { Section } from './table';
import { clear } from './workplace';

const BENCHES: readonly { readonly number: string; readonly bench: Bench }[] = [
  { number: '1', bench: againstHandWritten },
  { number: '2', bench: scale },
  { number: '3', bench: imports },
  { number: '4', bench: validate },
  { number: '5', bench: validationEngine },
];

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  const progress = (line: string): void => void process.stderr.write(`${line}\n`);
  clear();
  const before = load();
  const sections: Section[] = [];
  for (const { number, bench } of BENCHES) {
    if (options.only !== undefined && !options.only.includes(number)) continue;
    const rounds = bench === scale ? options.scaleRounds : options.rounds;
    sections.push(await bench({ rounds, sizes: options.sizes, progress }));
  }
  const machine = `Node ${process.versions.node}, ${os.cpus().length} cores, load ${before} before and ${load()} after, ${new Date().toISOString().slice(0, 10)}`;
  const runs = `Medians of ${options.rounds} runs each (${options.scaleRounds} in 2), all cases in turn; "times" is the median of the runs' quotients.`;
  const text = [machine, runs, '', ...sections.map(printSection)].join('\n');
  process.stdout.write(options.json ? `${JSON.stringify({ machine, rounds: options.rounds, scaleRounds: options.scaleRounds, sections }, undefined, 2)}\n` : text);
  if (options.write) writeDocument(text);
}

/** Runnable processes of the last minute; above the number of cores, times are those of a busy machine. */
function load(): string {
  return (os.loadavg()[0] ?? 0).toFixed(1);
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
