import { writeFileSync } from 'node:fs';
import {
  countsInWords, countsOf, figuresOf, markdownReport, nearestEngine, Rehearsal, RehearsalError, type Engine, type EngineSpec, type RehearsalSummary, type RunResult,
} from '../../rehearsal';
import { check } from '../check';
import type { AcceptedBlueprint, CheckResult } from '../check';
import { EXIT, UsageError } from '../exit';
import type { ExitCode } from '../exit';
import type { Io } from '../io';
import { jsonCheck, jsonResult } from '../print/json';
import { styleFor } from '../print/style';
import { printFindings } from '../print/summary';
import { engineOf, namesOf, runsOf } from '../rehearse/options';
import type { RehearseOptions } from '../rehearse/options';
import { againInOwnNamespaces } from '../rehearse/own-namespaces';
import { withProgress } from '../rehearse/progress';
import type { Step } from '../rehearse/progress';
import { subjectOf } from '../rehearse/subject';
import type { Subject } from '../rehearse/subject';

/** `rehearse`: boots the blueprint's own configuration on real engines and runs drills on it. */
export async function rehearseCommand(file: string, options: RehearseOptions, io: Io): Promise<ExitCode> {
  const runs = runsOf(options.runs);
  const stated = options.engine === undefined ? undefined : engineOf(options.engine);
  const checked = await check([file], options, { ...io, errIsTerminal: false });
  if (!checked.ok) return refuse(checked, options, io);
  const document = onlyOne(checked.accepted, options.blueprint);
  const subject = subjectOf(document);
  const names = namesOf(options.drills, subject.drills.map(({ name }) => name));
  try {
    const engine = await engineFor(stated ?? subject.engine, options, io);
    const again = await againInOwnNamespaces(options.isolation, io);
    if (again !== undefined) return again as ExitCode;
    const summary = await rehearse(subject, engine, names, runs, options, io);
    return report(summary, checked, options, io);
  } catch (error) {
    if (error instanceof RehearsalError) throw new UsageError(error.message, 'see the way out in the message');
    throw error;
  }
}

function refuse(checked: CheckResult, options: RehearseOptions, io: Io): ExitCode {
  if (options.json === true) io.out(jsonResult('rehearse', false, jsonCheck(checked)));
  else printFindings(checked, options, io);
  return EXIT.findings;
}

function onlyOne(accepted: readonly AcceptedBlueprint[], name: string | undefined): AcceptedBlueprint {
  const named = accepted.filter(({ blueprint }) => name === undefined || blueprint.name === name);
  const [first, ...others] = named;
  if (first === undefined) throw new UsageError(`no blueprint has the name ${JSON.stringify(name)}`, `name one of ${[...new Set(accepted.map(({ blueprint }) => blueprint.name))].join(', ')}`);
  if (others.length === 0) return first;
  const places = named.map(({ blueprint, environment }) => `${blueprint.name} in ${environment}`);
  throw new UsageError(`one blueprint is rehearsed at a time, got ${named.length} (${places.join(', ')})`, 'pick one with --blueprint and --environment');
}

async function engineFor(spec: EngineSpec, options: RehearseOptions, io: Io): Promise<Engine> {
  const tell = options.json === true || options.quiet === true ? undefined : io.err;
  let said = '';
  return await nearestEngine(spec, {
    onProgress: ({ phase, text }) => {
      if (said !== phase) tell?.(`${phase}: ${text}\n`);
      said = phase;
    },
  });
}

async function rehearse(subject: Subject, engine: Engine, names: readonly string[], runs: number, options: RehearseOptions, io: Io): Promise<RehearsalSummary> {
  const rehearsal = new Rehearsal(subject.resolved, {
    engine,
    isolation: options.isolation === 'auto' ? undefined : options.isolation,
    keepFiles: options.keep,
    extraUsers: subject.extraUsers,
  });
  const results: RunResult[] = [];
  let isolation = rehearsal.isolation;
  let differences = rehearsal.differences;
  const drills = subject.drills.filter(({ name }) => names.includes(name));
  const steps = Array.from({ length: runs }, (_, index) => index + 1).flatMap((run) =>
    drills.map((drill): Step => {
      const title = runs === 1 ? drill.title : `${drill.title} (run ${run} of ${runs})`;
      return {
        title,
        run: async () => {
          const result = await rehearsal.run(drill, run);
          results.push(result);
          isolation = rehearsal.isolation ?? isolation;
          differences = differences.length > 0 ? differences : rehearsal.differences;
          return { title: lineOf(title, result), failed: result.outcome === 'failed' };
        },
      };
    }),
  );
  let keptIn: string | undefined;
  try {
    await withProgress(steps, options, io);
  } finally {
    keptIn = await rehearsal.close();
  }
  return {
    blueprint: subject.name,
    kind: subject.kind,
    engine: `${engine.engine} ${engine.version}`,
    allocator: engine.allocator,
    isolation: isolation ?? { kind: 'loopback', reason: 'nothing was started' },
    differences: [...subject.differences, ...differences],
    limits: subject.limits,
    results,
    ...(keptIn === undefined ? {} : { keptIn }),
  };
}

function lineOf(title: string, result: RunResult): string {
  const seconds = `${(result.durationMs / 1000).toFixed(1)} s`;
  const why = result.reason === undefined ? figuresOf(result) : result.reason;
  return `${title}: ${result.outcome.replace('-', ' ')} in ${seconds}${why === '' ? '' : ` (${why})`}`;
}

function report(summary: RehearsalSummary, checked: CheckResult, options: RehearseOptions, io: Io): ExitCode {
  const counts = countsOf(summary.results);
  const ok = counts.failed === 0 && (options.strict !== true || counts.notRun === 0);
  const text = markdownReport(summary);
  if (options.report !== undefined) write(options.report, text);
  if (options.json === true) io.out(jsonResult('rehearse', ok, { ...jsonCheck(checked), rehearsal: { ...summary, counts } }));
  else if (options.quiet !== true) io.out(options.report === undefined ? `\n${text}` : `wrote ${options.report}\n`);
  if (options.json !== true) {
    const style = styleFor(io, options);
    if (!ok || options.quiet !== true) io.out(`${(ok ? style.green : style.red)(`${countsInWords(counts)} on ${summary.engine}`)}\n`);
  }
  return ok ? EXIT.fine : EXIT.findings;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`\`--report\` must be a file that can be written, got ${file} (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`, 'name another one');
  }
}
