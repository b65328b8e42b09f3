import type { AlarmDefinition } from './definition';
import { ALARM_BUDGET, INDIVIDUAL_MEMBERS_MAX } from './budget';
import { QUESTIONS } from './composites';
import { MANAGED_ALARMS } from './definitions';
import { dimensionNamesOf } from './readings';
import { selfManagedAlarmsDocument } from './self-managed/alarms-doc';
import type { Subject, WatchedNode } from './subject';

const NODE: WatchedNode = { type: 'cache.r7g.xlarge', vcpu: 4, maxmemoryBytes: 0, maxclients: 65_000, burstable: false, dataTiering: false };

const SUBJECT: Subject = {
  cacheId: '',
  what: '',
  sharded: true,
  workload: 'cache',
  pages: true,
  node: NODE,
  evictionPolicy: 'noeviction',
  authentication: { required: true, accessStrings: true, iam: true },
  replicasPerShard: 1,
  thresholds: {},
  shards: [],
};

/** Subjects that between them make every definition show all of its metrics. */
const KINDS_OF_SUBJECT: readonly Subject[] = [
  SUBJECT,
  { ...SUBJECT, node: { ...NODE, vcpu: 2 } },
  { ...SUBJECT, evictionPolicy: 'allkeys-lru' },
  { ...SUBJECT, node: { ...NODE, dataTiering: true } },
];

/** The page that lists every alarm of node-based ElastiCache, made from the definitions. */
export function alarmsDocument(): string {
  return [
    '# Alarms',
    '',
    'Generated from `lib/core/monitoring/definitions` by `scripts/generate-alarms-doc.ts`; do not edit.',
    '',
    'Every alarm is derived from the topology and always made; `monitoring.thresholds` in the blueprint moves thresholds.',
    '`CacheClusterId` is the member: `<cacheId>-001` without cluster mode, `<cacheId>-0001-001` with it. `CacheNodeId` is `0001`.',
    '',
    '## Who is told',
    '',
    'Alarms are silent, and one composite alarm for each question and urgency (`<cacheId>-page-fast`) tells the topic: one fault sends one message.',
    'Alarms marked "itself" tell the topic each, because the next one must not stay silent behind the first; `<cacheId>-page-up-each` sums them up and tells nobody.',
    '`<cacheId>-health` is the state of the whole cache. Outside production nothing pages: pages become tickets.',
    '',
    '## Size',
    '',
    `Up to ${INDIVIDUAL_MEMBERS_MAX} members each member has its own alarms. Beyond it an alarm watches up to ten metrics of neighbouring shards and rings when any one member is over`,
    `the threshold; its description names the range and the dashboard shows the worst ten. A stack has room for ${ALARM_BUDGET} metric alarms; where a cache is too`,
    'large for all, the definitions are taken in the order of the overview, and the dashboard names those that are left to it. Being up, CPU and memory always fit.',
    'Beyond the default quota of 90 nodes the template only stays below 1 MiB without indentation (`suppressTemplateIndentation` of the CDK\'s `Stack`).',
    '',
    'CloudWatch charges for each metric that an alarm reads, whether alarms share members or not.',
    '',
    '## Autoscaling',
    '',
    'Members up to the largest size that scaling may reach are watched. Their silence is no fault: alarms that listen for silence leave them out or do not ring.',
    'Members of the least size are held to it. The service chooses which shard it removes: should it be one of those, its `primary` alarm rings until the shard is back.',
    '',
    '## Overview',
    '',
    '| Alarm | Question | Metrics | Threshold | Urgency |',
    '|---|---|---|---|---|',
    ...MANAGED_ALARMS.map((definition) => row([`[\`${definition.key}\`](#${definition.key})`, definition.question, metricsOf(definition), definition.thresholdFormula, urgencyOf(definition)])),
    '',
    ...QUESTIONS.flatMap(({ question, asked }) => sectionOf(asked, MANAGED_ALARMS.filter((definition) => definition.question === question))),
    ...selfManagedAlarmsDocument(),
  ].join('\n');
}

function sectionOf(asked: string, definitions: readonly AlarmDefinition[]): readonly string[] {
  return [`## ${asked}`, '', ...definitions.flatMap(entryOf)];
}

function entryOf(definition: AlarmDefinition): readonly string[] {
  const rows: readonly (readonly [string, string])[] = [
    ['Need', `${MANAGED_ALARMS.indexOf(definition) + 1} of ${MANAGED_ALARMS.length}`],
    ['Made when', definition.appliesWhen],
    ['One for', { member: 'each member', shard: 'each shard', shards: 'the shards together' }[definition.scope]],
    ['Metrics', metricsOf(definition)],
    ['Rings when', definition.thresholdFormula],
    ['Evaluation', `${definition.datapointsToAlarm} of ${definition.evaluationPeriods} periods of ${definition.periodSeconds} s`],
    ['Missing data', `${definition.missingData}: ${definition.missingDataReason}`],
    ['Urgency', urgencyOf(definition)],
    ['Means', union((subject) => definition.meaning(subject))],
    ['First', union((subject) => definition.firstAction(subject))],
    ['Source', definition.source],
  ];
  return [`### ${definition.key}`, '', `${definition.title}.`, '', '| | |', '|---|---|', ...rows.map(row), ''];
}

function metricsOf(definition: AlarmDefinition): string {
  const shown = KINDS_OF_SUBJECT.flatMap((subject) => definition.metrics(subject)).map(({ name, statistic }) => `\`${name}\` (${statistic}; ${dimensionNamesOf(name).join(' + ')})`);
  return [...new Set(shown)].join(', ');
}

function union(text: (subject: Subject) => string): string {
  return [...new Set(KINDS_OF_SUBJECT.map(text))].join(' / ');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

function urgencyOf(definition: AlarmDefinition): string {
  return `${definition.urgency(SUBJECT)}${definition.tellsItself === true ? ', itself' : ''}`;
}
