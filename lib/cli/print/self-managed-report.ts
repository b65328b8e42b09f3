import type { SelfManagedReport } from '../../core/operations/report';
import { counted } from '../../core/rules/wording';
import { hanging, safe, table } from './layout';
import { alarmRows, costRow, recoveryRows, whenFull } from './report';
import type { Row } from './report';
import type { Style } from './style';
import { bytesInWords } from './units';

/** The report of a self-managed deployment for people, no wider than the terminal. */
export function selfManagedReportLines(report: SelfManagedReport, width: number, style: Style): string[] {
  const section = (title: string, rows: readonly Row[]): string[] => (rows.length === 0 ? [] : ['', style.bold(title), ...table(rows, width)]);
  const { name, id, kind, environment, region, engine, workload } = report;
  return [
    style.bold(safe(id)) + style.dim(`  ${kind}, ${environment}, ${safe(region ?? 'region open')}, ${engine.name} ${safe(engine.version)}, ${workload}`),
    ...hanging('', id === name ? report.description : `${report.description} (blueprint ${name})`, width),
    ...section('Shape', shapeRows(report)),
    ...section(`Nodes (${report.topology.nodes.length})`, nodeRows(report)),
    ...section('Memory', memoryRows(report)),
    ...section('Recovery (RPO: what is lost, RTO: how it comes back)', recoveryRows(report)),
    ...section(`Users (${report.users.length}; exact rules with --json)`, userRows(report)),
    ...section('Network and encryption', protectionRows(report)),
    ...section('Backup and persistence', upkeepRows(report)),
    ...section('Directives', report.directives.map(({ name: directive, value, reason }) => [directive, value, reason])),
    ...section(`Alarms (${report.alarms.total}, and ${report.alarms.composites} composite)`, alarmRows(report)),
    ...section('Cost drivers (quantities; prices depend on region and contract)', report.costDrivers.map(costRow)),
    ...section('Assumptions', report.assumptions.map((assumption) => ['-', assumption])),
  ];
}

function shapeRows({ topology, engine }: SelfManagedReport): Row[] {
  const { shards, replicasPerShard, sentinels, nodeTimeoutMs, minReplicasToWrite, minReplicasMaxLagSeconds, port } = topology;
  const each = `a primary and ${counted(replicasPerShard, 'replica')}`;
  return [
    ['shards', shards.length === 1 ? `1: ${each}` : `${shards.length} (${shards.join(', ')}), each ${each}`],
    ...(sentinels === undefined ? [] : [['sentinels', `${sentinels.count}, quorum ${sentinels.quorum}, down after ${sentinels.downAfterMs} ms; primary name ${sentinels.primaryName}, port ${sentinels.port}`]]),
    ...(nodeTimeoutMs === undefined ? [] : [['failover', `by the cluster itself, node timeout ${nodeTimeoutMs} ms`]]),
    ['writes', minReplicasToWrite === 0 ? 'accepted without any replica' : `accepted while ${counted(minReplicasToWrite, 'replica')} answered within ${minReplicasMaxLagSeconds} s`],
    ['port', String(port)],
    ['image', engine.image],
  ];
}

function nodeRows({ topology }: SelfManagedReport): Row[] {
  return topology.nodes.flatMap(({ name, duty, zone, instanceType, volumeGiB, host }): Row[] => [
    [name, `${duty.replaceAll('-', ' ')}, ${zone}, ${instanceType}, ${volumeGiB} GiB`],
    ['', host],
  ]);
}

function memoryRows({ memory, topology }: SelfManagedReport): Row[] {
  const { usableBytes, perNodeBytes, evictionPolicy, reasons } = memory;
  const perShard = topology.shards.length > 1 ? `, ${bytesInWords(perNodeBytes)} a shard` : '';
  return [['usable', `${bytesInWords(usableBytes)}${perShard}`], ...reasons.map((reason): Row => ['of a node', reason]), ['when full', whenFull(evictionPolicy)]];
}

function userRows({ users, serviceUsers }: SelfManagedReport): Row[] {
  return [
    ...users.flatMap(({ name, rights, secretName }): Row[] => [
      [name, rights],
      ['', `password in the secret ${secretName}`],
    ]),
    ...serviceUsers.map(({ name, purpose }): Row => [name, `made by the deployment: ${purpose}`]),
  ];
}

function protectionRows({ network, encryption, logs }: SelfManagedReport): Row[] {
  return [
    ['VPC', network.vpc],
    ['subnets', network.subnets.join(', ')],
    ['names', `in ${network.domain}`],
    ['open to', network.allowedFrom.length === 0 ? 'nobody yet; let applications in by construct or by id' : network.allowedFrom.join(', ')],
    ['on the wire', encryption.inTransit],
    ['at rest', encryption.atRest],
    ...logs.map(({ name, purpose, retentionDays }): Row => [purpose, `${name}, kept ${counted(retentionDays, 'day')}`]),
  ];
}

function upkeepRows({ backup, persistence }: SelfManagedReport): Row[] {
  return [
    ['backups', `every ${counted(backup.everyMinutes, 'minute')} from a replica, kept ${counted(backup.retentionDays, 'day')}`],
    ...(backup.copyToBucketArn === undefined ? [] : [['copies', `in ${backup.copyToBucketArn}`]]),
    ...(backup.restoreFrom === undefined ? [] : [['restores', `empty nodes load ${backup.restoreFrom}`]]),
    ['on deletion', backup.disposable ? 'data and backups are deleted with the stack (disposable)' : 'volumes, backups and their key are kept'],
    ['on disk', `append-only file ${persistence.appendOnly ? 'on, synced every second' : 'off'}; snapshots ${persistence.snapshots ? 'on' : 'off'}`],
  ];
}
