import { DRILLS, objectivesFor } from '../../lib/rehearsal';
import type { DrillRecord } from './records';
import { subjectOf, type DefaultsName, type TopologyName } from './subjects';

const NAMES: Readonly<Record<DefaultsName, string>> = { ours: 'our defaults', stock: 'stock defaults', chart: 'chart defaults' };

/** What the measurements taught, for readers of the figures. */
const NOTES: readonly string[] = [
  '## How to read them',
  '',
  '- Each heading says how many runs its column has; 10 are what the command does by itself. Processors were shared with other work (load average 5 to 30 on 4),',
  '  so worst gaps are on the high side. Measurements go on where they broke off: records stay in `out/drills` until `--fresh`.',
  '- After a first round the planned failover and the moving of slots were changed, and results of the old procedures were discarded and measured again:',
  '  up to 7.1 s of gap in planned failovers and rolling restarts. Discarded with them was a run in which a client on the healthy side of a partition lost',
  '  1 acknowledged write: what is on its way to the replicas when the cable breaks is lost on either side, which the objective now says.',
  '- A replication ping that reaches one replica and not the promoted one makes every other node copy everything, and until one has,',
  '  `min-replicas-to-write` refuses writes. The planned failover therefore holds pings; a crash cannot have it, as a dead primary sends none.',
  '- A Sentinel whose host was frozen is in TILT mode for 30 s and does not vote to any use. A second failure in that time waits for it.',
  '- Cluster: after failovers two of three primaries may stand in one zone. When that zone dies, the rest is no majority and promotes nobody; the zone drill',
  '  failed that way until primaries were handed back to their planned nodes before it. Hand them back after every failover.',
  '- Cluster: nodes pass on that another is gone with the pings that they send anyway, so a kill takes one and a half node timeouts in the worst case.',
  '  At the default of 5000 ms that is beyond 7 s; about 3300 ms would keep within it.',
];

/** The page of measurements. */
export function drillsPage(records: readonly DrillRecord[], command: string): string {
  return [
    '# Drills on real engines',
    '',
    `Written by \`${command}\`: every figure below was measured by it, none is typed in. A cell says median / worst write gap in milliseconds,`,
    'then acknowledged writes lost (worst run), then passed of all runs. `not run` means that this machine could not try it.',
    '',
    'Each run boots the rendered configuration of `scripts/drills/subjects.ts` (TLS and access lists on) on one host per node, writes 500 numbered',
    'records a second while something is done to the deployment, and counts afterwards which acknowledged ones are missing. Hosts are network namespaces',
    'on one machine, so round trips are near 0 and processors are shared. All columns are judged against the objectives of our defaults.',
    '',
    'Stock defaults: `down-after-milliseconds 30000`, no `min-replicas-to-write`, `cluster-node-timeout 15000`, full coverage, plain `SENTINEL FAILOVER`.',
    'Chart defaults: those of a widely used Helm chart, `down-after-milliseconds 60000`, no `min-replicas-to-write`.',
    '',
    ...NOTES,
    '',
    ...(['sentinel', 'cluster'] as const).flatMap((topology) => section(topology, records.filter((one) => one.topology === topology))),
    '',
  ].join('\n');
}

function section(topology: TopologyName, records: readonly DrillRecord[]): readonly string[] {
  const columns = columnsOf(records);
  if (columns.length === 0) return [];
  const objectives = objectivesFor(subjectOf({ topology, defaults: 'ours' }));
  const rows = DRILLS.map((drill) => {
    const cells = columns.map(({ engine, defaults }) => cellOf(records.filter((one) => one.drill === drill.name && one.engine === engine && one.defaults === defaults)));
    return [drill.title, drill.objective(objectives), ...cells];
  });
  const failures = records.filter(({ outcome, defaults }) => outcome === 'failed' && defaults === 'ours');
  return [
    `## ${topology === 'sentinel' ? 'Sentinel: a primary, 2 replicas, 3 Sentinels' : 'Cluster: 3 shards with a replica each'}`,
    '',
    row(['drill', 'objective', ...columns.map(({ engine, defaults, runs }) => `${engine}, ${NAMES[defaults]} (${runs} runs)`)]),
    row(Array.from({ length: columns.length + 2 }, () => '---')),
    ...rows.map(row),
    '',
    ...(failures.length === 0 ? [] : ['Failed runs with our defaults:', '', ...failures.map((one) => `- ${one.engine}, ${one.drill}, run ${one.run}: ${one.reason ?? ''}`), '']),
  ];
}

interface Column {
  readonly engine: string;
  readonly defaults: DefaultsName;
  readonly runs: number;
}

function columnsOf(records: readonly DrillRecord[]): readonly Column[] {
  const order: readonly DefaultsName[] = ['ours', 'stock', 'chart'];
  const keys = [...new Set(records.map(({ engine, defaults }) => JSON.stringify({ engine, defaults })))].map((key) => JSON.parse(key) as Omit<Column, 'runs'>);
  return keys
    .sort((left, right) => order.indexOf(left.defaults) - order.indexOf(right.defaults) || (left.engine < right.engine ? -1 : 1))
    .map((key) => ({ ...key, runs: new Set(records.filter((one) => one.engine === key.engine && one.defaults === key.defaults).map(({ run }) => run)).size }));
}

function cellOf(records: readonly DrillRecord[]): string {
  const run = records.filter(({ outcome }) => outcome !== 'not-run');
  if (run.length === 0) return records.length === 0 ? '' : 'not run';
  const passed = run.filter(({ outcome }) => outcome === 'passed').length;
  const gaps = numbers(run, 'writeGapMs');
  const lost = numbers(run, 'acknowledgedWritesLost');
  const beside = numbers(run, 'acknowledgedWritesLostBeside');
  const parts = [
    ...(gaps.length === 0 ? [] : [`${median(gaps)} / ${Math.max(...gaps)} ms`]),
    ...(lost.length === 0 ? [] : [`${Math.max(...lost)} lost`]),
    ...(beside.length === 0 ? [] : [`beside the primary ${median(beside)} / ${Math.max(...beside)} lost, with WAIT ${Math.max(...numbers(run, 'acknowledgedWritesLostWithWait'))}`]),
    `${passed}/${run.length}`,
  ];
  return parts.join(', ');
}

function numbers(records: readonly DrillRecord[], name: string): readonly number[] {
  return records.map(({ measured }) => measured[name]).filter((value): value is number => typeof value === 'number');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? Math.round(((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2) : (sorted[Math.floor(middle)] ?? 0);
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
