import { PAGES } from '../../catalog';
import { always, defineAlarm, pageInProduction } from '../definition';
import type { Subject } from '../subject';

/** Percent of one core at which the engine's thread is full, by AWS's recommendation. */
const FULL_CORE_PERCENT = 90;

/** Nodes up to this many vCPU share their cores with the service's own processes noticeably. */
const SMALL_NODE_VCPU = 2;

/**
 * The engine's one thread has no time left.
 *
 * Commands run on one core. On nodes with four or more vCPU `EngineCPUUtilization` shows that core. On smaller ones the
 * service's own processes weigh in, so the whole host is watched, at 90 percent of one core: 90 divided by the vCPUs.
 */
export const cpu = defineAlarm({
  key: 'cpu',
  title: 'CPU of the engine thread',
  question: 'fast',
  scope: 'member',
  urgency: pageInProduction,
  applies: always,
  appliesWhen: 'always: CPUUtilization up to 2 vCPU, EngineCPUUtilization above',
  metrics: (subject) => [{ name: isSmall(subject) ? 'CPUUtilization' : 'EngineCPUUtilization', statistic: 'Average' }],
  comparison: 'GreaterThanThreshold',
  threshold: (subject) => {
    const percentOfCore = subject.thresholds.engineCpuPercent ?? FULL_CORE_PERCENT;
    return isSmall(subject) ? percentOfCore / subject.node.vcpu : percentOfCore;
  },
  thresholdFormula: `above ${FULL_CORE_PERCENT} / vCPU percent up to ${SMALL_NODE_VCPU} vCPU, above ${FULL_CORE_PERCENT} percent beyond; \`thresholds.engineCpuPercent\` replaces ${FULL_CORE_PERCENT}`,
  unit: 'percent',
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 5,
  missingData: 'notBreaching',
  missingDataReason: 'a node that is gone uses no CPU; that it is gone is said by the alarms on being up',
  meaning: () => 'The engine thread is busy almost all the time: commands queue and latency rises for every client of the node.',
  firstAction: (subject) =>
    `First look in the slow log for costly commands (KEYS, large ranges, scripts) and stop them; then ${subject.sharded ? 'add shards, or find the hot key if only one shard is busy' : 'move reads to replicas or take a larger node type'}.`,
  source: PAGES.elasticache.monitoringChoice,
});

function isSmall(subject: Subject): boolean {
  return subject.node.vcpu <= SMALL_NODE_VCPU;
}
