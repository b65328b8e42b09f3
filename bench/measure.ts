import { spawn } from 'node:child_process';
import path from 'node:path';
import { median } from './statistics';

/** A process to measure: `node` with these arguments. */
export interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: { readonly [name: string]: string };
}

/** What one run of a process took. */
export interface Sample {
  /** From start to end of the process, as a user waits for it. */
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Largest resident memory. */
  readonly peakMb: number;
  /** The part that the program timed itself, after its imports; undefined where it timed none. */
  readonly workMs?: number;
  /** CPU time of the same part, with that of the threads which compile and collect garbage; steadier on a busy machine. */
  readonly workCpuMs?: number;
}

/** All runs of one case. */
export interface Measured {
  readonly name: string;
  readonly samples: readonly Sample[];
}

interface ChildReport {
  readonly code: number;
  readonly peakKb: number;
  readonly cpuMs: number;
  readonly workMs?: number;
  readonly workCpuMs?: number;
}

const REPORTER = path.join(__dirname, 'child-report.cjs');
/** Far above the slowest case; a process that hangs ends the bench instead of the day. */
const TIMEOUT_MS = 180_000;

/** Runs a process once. */
export function runOnce({ name, args, env }: Case): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['-r', REPORTER, ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      timeout: TIMEOUT_MS,
    });
    let wallMs = 0;
    const errors: Buffer[] = [];
    const report: Buffer[] = [];
    child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk));
    child.stdio[3]?.on('data', (chunk: Buffer) => report.push(chunk));
    child.on('error', reject);
    child.on('exit', () => (wallMs = performance.now() - started));
    child.on('close', (code, signal) => {
      if (code !== 0) return reject(new Error(`${name}: the process ended with ${signal ?? code}\n${Buffer.concat(errors).toString().slice(-4000)}`));
      const { peakKb, code: _code, ...times } = JSON.parse(Buffer.concat(report).toString()) as ChildReport;
      resolve({ wallMs, peakMb: peakKb / 1024, ...times });
    });
  });
}

/**
 * Runs every case in turn, round after round, so that other work on the machine hits all of them alike; every other round goes
 * backwards. One round before the first warms the file cache and does not count.
 */
export async function measure(cases: readonly Case[], rounds: number, progress: (line: string) => void): Promise<Measured[]> {
  const samples = new Map<Case, Sample[]>(cases.map((each) => [each, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? cases : [...cases].reverse();
    for (const each of order) {
      progress(`${round === 0 ? 'warm-up' : `round ${round} of ${rounds}`}: ${each.name}`);
      const sample = await runOnce(each);
      if (round > 0) samples.get(each)?.push(sample);
    }
  }
  return cases.map((each) => ({ name: each.name, samples: samples.get(each) ?? [] }));
}

export type Quantity = keyof Sample;

export function typical({ samples }: Measured, quantity: Quantity): number {
  return median(samples.map((sample) => valueOf(sample, quantity)));
}

/** How many times as much as the other: the median over rounds, in each of which both ran close together. */
export function times(measured: Measured, other: Measured, quantity: Quantity): number {
  return median(measured.samples.map((sample, round) => valueOf(sample, quantity) / valueOf(other.samples[round] as Sample, quantity)));
}

function valueOf(sample: Sample, quantity: Quantity): number {
  const value = sample[quantity];
  if (value === undefined) throw new Error(`no ${quantity} was measured`);
  return value;
}
