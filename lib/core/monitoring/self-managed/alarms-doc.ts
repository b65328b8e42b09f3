import type { AlarmDefinition } from '../definition';
import { SELF_MANAGED_DIMENSIONS, SELF_MANAGED_METRICS, SELF_MANAGED_NAMESPACE } from '../self-managed-metrics';
import type { SelfManagedMetric } from '../self-managed-metrics';
import type { Subject } from '../subject';
import { SELF_MANAGED_ALARMS } from './index';

const SUBJECT: Subject = {
  cacheId: '',
  what: '',
  sharded: true,
  workload: 'cache',
  pages: true,
  node: { type: 'r7g.large', vcpu: 2, maxmemoryBytes: 0, maxclients: 10_000, burstable: false, dataTiering: false },
  evictionPolicy: 'noeviction',
  authentication: { required: true, accessStrings: true, iam: false },
  replicasPerShard: 2,
  thresholds: {},
  shards: [],
  ownNodes: { minReplicasToWrite: 1, appendOnly: true, backupEveryMinutes: 60, certificateValidityDays: 90, sentinels: { count: 3, majority: 2 } },
};

/** The part of the alarms page about self-managed topologies, made from the definitions and the list of metrics. */
export function selfManagedAlarmsDocument(): readonly string[] {
  const metrics: readonly SelfManagedMetric[] = Object.values(SELF_MANAGED_METRICS);
  return [
    '## Self-managed topologies',
    '',
    `Nodes publish metrics themselves, in the namespace \`${SELF_MANAGED_NAMESPACE}\` with the dimensions ${SELF_MANAGED_DIMENSIONS.map((name) => `\`${name}\``).join(' and ')}, each minute.`,
    'Composite alarms, urgency and dashboard are as above.',
    '',
    '| Alarm | Question | One for | Made when | Metric | Rings when | Periods | Missing data | Urgency |',
    '|---|---|---|---|---|---|---|---|---|',
    ...SELF_MANAGED_ALARMS.map(alarmRow),
    '',
    '| Metric | Unit | From | Read | Silent when |',
    '|---|---|---|---|---|',
    ...metrics.map(({ name, unit, origin, only, read, silentWhen }) => line([`\`${name}\``, unit, `${origin}${only === undefined ? '' : ` (${only})`}`, read, silentWhen ?? 'never'])),
    '',
  ];
}

function alarmRow(definition: AlarmDefinition): string {
  const { key, question, scope, appliesWhen, thresholdFormula, datapointsToAlarm, evaluationPeriods, periodSeconds, missingData, tellsItself } = definition;
  const read = definition.metrics(SUBJECT).map(({ name, statistic }) => `\`${name}\` (${statistic})`);
  const periods = `${datapointsToAlarm} of ${evaluationPeriods} of ${periodSeconds} s`;
  return line([`\`${key}\``, question, scope === 'member' ? 'each node' : 'each shard', appliesWhen, read.join(', '), thresholdFormula, periods, missingData, `${definition.urgency(SUBJECT)}${tellsItself === true ? ', itself' : ''}`]);
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}
