import { DRILLS, objectivesFor } from '../../lib/rehearsal';
import type { DrillRecord } from './records';
import { subjectOf, type DefaultsName, type TopologyName } from './subjects';

const NAMES: Readonly<Record<DefaultsName, string>> = { ours: 'our defaults', stock: 'stock defaults', chart: 'chart defaults' };

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
