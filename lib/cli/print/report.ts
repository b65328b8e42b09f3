import type { CostDriver, PlanReport } from '../../core/operations/report';
import { counted } from '../../core/rules/wording';
import { hanging, safe, table } from './layout';
import type { Style } from './style';
import { bytesInWords, grouped } from './units';

/** Cells of one line. */
export type Row = readonly string[];

/** A report for people, no wider than the terminal. */
export function reportLines(report: PlanReport, width: number, style: Style): string[] {
  const section = (title: string, rows: readonly Row[]): string[] => (rows.length === 0 ? [] : ['', style.bold(title), ...table(rows, width)]);
  const { name, id, kind, environment, region, engine, workload } = report;
  return [
    style.bold(safe(id)) + style.dim(`  ${kind}, ${environment}, ${safe(region ?? 'region open')}, ${engine.name} ${safe(engine.version)}, ${workload}`),
    ...hanging('', id === name ? report.description : `${report.description} (blueprint ${name})`, width),
    ...section('Shape', shapeRows(report)),
    ...section('Memory', memoryRows(report)),
    ...section('Recovery (RPO: what is lost, RTO: how it comes back)', recoveryRows(report)),
    ...section(`Users (${report.access.users.length}; exact access strings with --json)`, userRows(report)),
    ...section('Network and encryption', protectionRows(report)),
    ...section('Backup and maintenance', upkeepRows(report)),
    ...section(`Parameters (${report.parameters.group}, family ${report.parameters.family})`, parameterRows(report)),
    ...section(`Alarms (${report.alarms.total}, and ${report.alarms.composites} composite)`, alarmRows(report)),
    ...section('Cost drivers (quantities; prices depend on region and contract)', report.costDrivers.map(costRow)),
    ...section('Assumptions', report.assumptions.map((assumption) => ['-', assumption])),
  ];
}

function shapeRows({ topology }: PlanReport): Row[] {
  const { shards, replicasPerShard, nodes, nodeType, vcpuPerNode, multiAz, automaticFailover, port, scaling, mode } = topology;
  const machine = `${nodeType}${vcpuPerNode === undefined ? '' : ` (${vcpuPerNode} vCPU)`}`;
  const each = replicasPerShard === 0 ? 'a primary without replicas' : `a primary and ${counted(replicasPerShard, 'replica')}`;
  return [
    ['nodes', `${nodes} x ${machine}`],
    ['shards', mode === 'sharded' ? `${shards}, each ${each}` : `1: ${each}`],
    ['failover', `${automaticFailover ? 'automatic' : 'by hand'}; ${multiAz ? 'Multi-AZ: primary and replicas in different zones' : 'not spread over zones'}`],
    ...scaling.map(({ dimension, min, max, metric, targetPercent }): Row => ['autoscaling', `${dimension} from ${min} to ${max}, aiming at ${targetPercent}% ${metric}`]),
    ['port', String(port)],
  ];
}

function memoryRows({ memory, topology }: PlanReport): Row[] {
  const { usableBytes, usablePerShardBytes, totalBytes, perNodeBytes, reservedPercent, evictionPolicy } = memory;
  const perShard = topology.shards > 1 && usablePerShardBytes !== undefined ? `, ${bytesInWords(usablePerShardBytes)} a shard` : '';
  const reserved = reservedPercent === undefined ? '' : ` (${reservedPercent}% held back for snapshots and syncs)`;
  return [
    ...(usableBytes === undefined ? [] : [['usable', `${bytesInWords(usableBytes)}${perShard}${reserved}`]]),
    ...(totalBytes === undefined || perNodeBytes === undefined ? [] : [['in all', `${bytesInWords(totalBytes)} on ${counted(topology.nodes, 'node')} of ${bytesInWords(perNodeBytes)}, replicas included`]]),
    ['when full', whenFull(evictionPolicy)],
  ];
}

/** What happens when memory is full. */
export function whenFull(policy: string | undefined): string {
  if (policy === undefined) return 'decided by the parameter group, which is managed elsewhere';
  return policy === 'noeviction' ? 'writes are refused (noeviction)' : `keys are evicted (${policy})`;
}

/** Three lines for each accident. */
export function recoveryRows({ recovery }: Pick<PlanReport, 'recovery'>): Row[] {
  return recovery.flatMap(({ event, rpo, rto, restsOn }): Row[] => [
    [event, 'RPO', rpo],
    ['', 'RTO', rto],
    ['', 'rests on', restsOn],
  ]);
}

function userRows({ access }: PlanReport): Row[] {
  switch (access.mode) {
    case 'users':
      return access.users.flatMap(({ name, authentication, rights, secretName }): Row[] => [
        [name, rights],
        ['', authentication === 'iam' ? 'authenticates with IAM' : authentication === 'none' ? 'cannot log in' : `password in the secret ${secretName ?? ''}`],
      ]);
    case 'userGroup':
      return [['-', 'a user group that is managed elsewhere']];
    case 'authToken':
      return [['-', 'whoever has the AUTH token may do everything']];
    case 'open':
      return [['-', 'whoever reaches the port may do everything']];
  }
}

function protectionRows({ network, encryption, logs }: PlanReport): Row[] {
  const from = network.allowedFrom.length === 0 ? 'nobody yet; let applications in by construct or by id' : network.allowedFrom.join(', ');
  return [
    ['VPC', network.vpc],
    ['subnets', network.subnets.join(', ')],
    ['open to', from],
    ['on the wire', encryption.inTransit],
    ['at rest', encryption.atRest],
    ...logs.map(({ name, purpose, retentionDays }): Row => [purpose, `${name}, kept ${counted(retentionDays, 'day')}`]),
  ];
}

function upkeepRows({ backup, maintenance }: PlanReport): Row[] {
  return [
    ['snapshots', backup.retentionDays === 0 ? 'off' : `daily at ${backup.window} UTC, kept ${counted(backup.retentionDays, 'day')}`],
    ['on deletion', backup.onDeletion],
    ['maintenance', `${maintenance.window} UTC; minor versions ${maintenance.autoMinorVersionUpgrade ? 'installed by the service' : 'installed by hand'}`],
  ];
}

function parameterRows({ parameters }: PlanReport): Row[] {
  if (!parameters.managedHere) return [['-', 'managed elsewhere; its values are not known here']];
  if (parameters.values.length === 0) return [['-', "the family's defaults"]];
  return parameters.values.map(({ name, value, reason }) => [name, value, reason]);
}

const QUESTIONS = { up: 'is it up?', fast: 'is it fast?', full: 'is it full?', safe: 'is it safe?', balanced: 'is it balanced?' } as const;

/** Alarms by question, and who is told. */
export function alarmRows({ alarms }: Pick<PlanReport, 'alarms'>): Row[] {
  return [
    ...alarms.byQuestion.map(({ question, count, topics }): Row => [
      QUESTIONS[question],
      String(count),
      topics.map(({ topic, urgency }) => (urgency === 'page' ? `${topic} (pages)` : topic)).join(', '),
    ]),
    ['notified', '', alarms.recipients.join(', ')],
    ...(alarms.dashboard ? [['dashboard', '', 'one, in the same order']] : []),
  ];
}

/** One thing that costs money. */
export function costRow({ item, quantity, most, unit, note }: CostDriver): Row {
  return [item, `${grouped(quantity)}${most === undefined ? '' : ` to ${grouped(most)}`} ${unit}: ${note}`];
}
