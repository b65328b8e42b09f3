import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { nearestEngine, objectivesFor, Rehearsal, type Drill, type Engine } from '../../lib/rehearsal';
import { Records, type DrillRecord } from './records';
import { DEFAULTS_OF, drillsOf, ENGINES, failoverStepsOf, subjectOf, type Cell, type DefaultsName, type TopologyName } from './subjects';
import { drillsPage } from './table';

const ROOT = path.resolve(__dirname, '../..');
const PAGE = path.join(ROOT, 'docs/drills.md');

// Children of the fleet load sources, too.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --require ${path.join(ROOT, 'scripts/register-swc.cjs')}`.trim();

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    parallel: { type: 'string', default: String(availableParallelism()) },
    quick: { type: 'boolean', default: false },
    engines: { type: 'string' },
    topologies: { type: 'string', default: 'sentinel,cluster' },
    defaults: { type: 'string', default: 'ours,stock,chart' },
    records: { type: 'string', default: path.join(ROOT, 'out/drills/records.jsonl') },
    fresh: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
  },
});

interface Job {
  readonly cell: Cell;
  readonly run: number;
  readonly drills: readonly Drill[];
}

/** Parts that a quick measurement deals a deployment's drills out to, so that it takes minutes on the few processors of a CI machine. */
const QUICK_PARTS = 3;

/** All first runs come before all second ones, so that an interrupted measurement covers everything evenly. */
function jobs(): readonly Job[] {
  const engines = options.quick ? ENGINES.slice(2, 3) : ENGINES.filter(({ engine, version }) => options.engines === undefined || options.engines.split(',').includes(`${engine}@${version}`));
  const defaults = options.quick ? ['ours'] : options.defaults.split(',');
  const cells = (options.topologies.split(',') as TopologyName[]).flatMap((topology) =>
    DEFAULTS_OF[topology].filter((name) => defaults.includes(name)).flatMap((name: DefaultsName) => engines.map((engine): Cell => ({ topology, engine, defaults: name }))),
  );
  const runs = options.quick ? 1 : Number(options.runs);
  return Array.from({ length: runs }, (_, index) => index + 1).flatMap((run) => cells.flatMap((cell) => partsOf(cell).map((drills) => ({ cell, run, drills }))));
}

function partsOf(cell: Cell): readonly (readonly Drill[])[] {
  const drills = drillsOf(cell);
  if (!options.quick) return [drills];
  return Array.from({ length: QUICK_PARTS }, (_, part) => drills.filter((_drill, index) => index % QUICK_PARTS === part));
}

const wantedOf = ({ engine }: Cell): string => `${engine.engine} ${engine.version}`;

async function perform({ cell, run, drills }: Job, engine: Engine, records: Records, done: ReadonlySet<string>): Promise<number> {
  const missing = drills.filter(({ name }) => !done.has(keyOf({ ...cell, wanted: wantedOf(cell), run, drill: name })));
  if (missing.length === 0) return 0;
  const rehearsal = new Rehearsal(subjectOf(cell), {
    engine,
    objectives: objectivesFor(subjectOf({ ...cell, defaults: 'ours' })),
    failoverSteps: failoverStepsOf(cell),
  });
  let failed = 0;
  try {
    for (const drill of missing) {
      const result = await rehearsal.run(drill, run);
      const { topology, defaults } = cell;
      records.add({ topology, defaults, wanted: wantedOf(cell), engine: `${engine.engine} ${engine.version}`, isolation: rehearsal.isolation?.kind ?? 'none', ...result });
      if (result.outcome !== 'passed') failed += 1;
      process.stdout.write(`${topology}, ${engine.engine} ${engine.version}, ${defaults}, run ${run}: ${drill.name} ${result.outcome} in ${(result.durationMs / 1000).toFixed(1)} s${result.reason === undefined ? '' : `: ${result.reason}`}\n`);
    }
  } finally {
    await rehearsal.close();
  }
  return failed;
}

function keyOf({ topology, wanted, defaults, run, drill }: Pick<DrillRecord, 'topology' | 'wanted' | 'defaults' | 'run' | 'drill'>): string {
  return JSON.stringify([topology, wanted, defaults, run, drill]);
}

async function main(): Promise<void> {
  const file = options.quick ? path.join(ROOT, `out/drills/quick-${process.pid}.jsonl`) : options.records;
  if (options.fresh) writeFileSync(file, '');
  const records = new Records(file);
  const command = 'npm run drills';
  if (options.page) {
    writeFileSync(PAGE, drillsPage(records.all(), command));
    return;
  }
  const done = new Set(records.all().map(keyOf));
  const queue = [...jobs()];
  const engines = new Map<string, Engine>();
  for (const { cell } of queue) {
    if (!engines.has(wantedOf(cell))) engines.set(wantedOf(cell), await nearestEngine(cell.engine));
  }
  let failed = 0;
  await Promise.all(
    Array.from({ length: Number(options.parallel) }, async () => {
      for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
        failed += await perform(job, engines.get(wantedOf(job.cell)) as Engine, records, done);
      }
    }),
  );
  if (options.quick) {
    const page = drillsPage(records.all(), `${command} -- --quick`);
    rmSync(file, { force: true });
    process.stdout.write(`\n${page}\n`);
    process.exitCode = failed > 0 ? 1 : 0;
    return;
  }
  const before = readFileSync(PAGE, { encoding: 'utf8', flag: 'a+' });
  const page = drillsPage(records.all(), command);
  if (before !== page) writeFileSync(PAGE, page);
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
