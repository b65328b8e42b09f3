import type { HealthQuestion } from '../plan/nodes';
import type { MeasuredMetric } from './readings';
import type { Subject } from './subject';

/** Graphs that explain an alarm without having one: no value of theirs is wrong in itself. */
export interface ContextGraph {
  readonly question: HealthQuestion;
  readonly title: string;
  readonly metrics: readonly MeasuredMetric[];
  readonly applies?: (subject: Subject) => boolean;
}

/** What an operator looks at next, by question. */
export const CONTEXT_GRAPHS: readonly ContextGraph[] = [
  { question: 'fast', title: 'Commands a minute', metrics: [sum('GetTypeCmds'), sum('SetTypeCmds')] },
  { question: 'fast', title: 'New connections a minute', metrics: [sum('NewConnections')] },
  {
    question: 'fast',
    title: 'Packets over each network allowance',
    metrics: [
      sum('NetworkBandwidthInAllowanceExceeded'),
      sum('NetworkBandwidthOutAllowanceExceeded'),
      sum('NetworkPacketsPerSecondAllowanceExceeded'),
      sum('NetworkConntrackAllowanceExceeded'),
    ],
  },
  { question: 'fast', title: 'Save in progress', metrics: [{ name: 'SaveInProgress', statistic: 'Maximum' }] },
  { question: 'full', title: 'Keys', metrics: [average('CurrItems')] },
  { question: 'full', title: 'Evicted and expired keys a minute', metrics: [sum('Evictions'), sum('Reclaimed')] },
  { question: 'full', title: 'Memory fragmentation ratio', metrics: [average('MemoryFragmentationRatio')] },
  {
    question: 'full',
    title: 'Read from and written to SSD, bytes a minute',
    metrics: [sum('BytesReadFromDisk'), sum('BytesWrittenToDisk')],
    applies: (subject) => subject.node.dataTiering,
  },
  { question: 'safe', title: 'Bytes sent to replicas a minute', metrics: [sum('ReplicationBytes')], applies: (subject) => subject.replicasPerShard > 0 },
  { question: 'safe', title: 'Failed commands a minute', metrics: [sum('ErrorCount')] },
  { question: 'balanced', title: 'CPU of the engine thread, by member', metrics: [average('EngineCPUUtilization')] },
  { question: 'balanced', title: 'Bytes held, by member', metrics: [average('BytesUsedForCache')] },
  { question: 'balanced', title: 'Network bytes out, by member', metrics: [sum('NetworkBytesOut')] },
];

function sum(name: string): MeasuredMetric {
  return { name, statistic: 'Sum' };
}

function average(name: string): MeasuredMetric {
  return { name, statistic: 'Average' };
}
