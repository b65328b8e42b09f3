import { PAGES } from '../../catalog';
import { defineAlarm, ticket } from '../definition';
import type { AlarmDefinition } from '../definition';
import type { Subject } from '../subject';

/** Mean server-side microseconds: a hundred times what a healthy node takes. */
const MICROSECONDS = 10_000;

/**
 * Time that the engine takes to answer reads, or writes.
 *
 * The outcome that CPU, network and memory only hint at. Not for queues and pub/sub, whose clients wait on purpose.
 * Pipelining without reading replies inflates the value, so the threshold is far from normal.
 */
function latency(kind: 'read' | 'write', metric: string): AlarmDefinition {
  return defineAlarm({
    key: `${kind}-latency`,
    title: `Latency of ${kind}s`,
    question: 'fast',
    scope: 'member',
    urgency: ticket,
    applies: (subject: Subject) => subject.workload !== 'queue' && subject.workload !== 'pubsub',
    appliesWhen: 'workloads other than queue and pubsub, whose clients wait on purpose',
    metrics: () => [{ name: metric, statistic: 'Average' }],
    comparison: 'GreaterThanThreshold',
    threshold: () => MICROSECONDS,
    thresholdFormula: `above ${MICROSECONDS} microseconds on average`,
    unit: 'microseconds',
    periodSeconds: 60,
    evaluationPeriods: 10,
    datapointsToAlarm: 10,
    missingData: 'notBreaching',
    missingDataReason: `without ${kind}s there is no data point, and nothing is slow`,
    meaning: () => `The engine takes more than ${MICROSECONDS / 1000} ms for a ${kind} on average: commands wait or are costly.`,
    firstAction: () => 'First read the slow log; if it is empty, look at CPU, swap and SaveInProgress of the node at the same time.',
    source: PAGES.elasticache.monitoringChoice,
  });
}

export const readLatency = latency('read', 'SuccessfulReadRequestLatency');
export const writeLatency = latency('write', 'SuccessfulWriteRequestLatency');
