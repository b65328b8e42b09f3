import type { AlarmUrgency, Comparison, HealthQuestion, MissingData } from '../plan/nodes';
import type { MeasuredMetric } from './readings';
import type { Subject, WatchedMember } from './subject';

/** What one alarm speaks of: each member, each shard as a whole, or the shards against each other. */
export type AlarmScope = 'member' | 'shard' | 'shards';

/** One metric of one member, by the id it has in an expression. */
export interface Operand {
  readonly id: string;
  readonly member: WatchedMember;
}

/**
 * One kind of alarm, stated once; the alarms of a cache are this definition applied to its members.
 * Everything that reports, documents or draws an alarm reads it from here.
 */
export interface AlarmDefinition {
  /** Part of every id and name: changing it replaces deployed alarms. */
  readonly key: string;
  /** For people, in titles. */
  readonly title: string;
  readonly question: HealthQuestion;
  readonly scope: AlarmScope;
  readonly urgency: (subject: Subject) => AlarmUrgency;
  /** Whether each of its alarms tells the topic itself instead of through a composite. */
  readonly tellsItself?: boolean;
  readonly applies: (subject: Subject) => boolean;
  /** `applies` in words, for the documentation. */
  readonly appliesWhen: string;
  /** What is read for each member. */
  readonly metrics: (subject: Subject) => readonly MeasuredMetric[];
  /**
   * Joins what is read for one member or shard into the value that is compared; ids are ordered by member, then by metric.
   * @default - the metric itself
   */
  readonly expression?: (operands: readonly Operand[], subject: Subject) => string;
  readonly comparison: Comparison;
  readonly threshold: (subject: Subject) => number;
  /** `threshold` in words, for the documentation. */
  readonly thresholdFormula: string;
  readonly unit: string;
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly missingData: MissingData;
  /** Why missing data is treated so. */
  readonly missingDataReason: string;
  /**
   * What a batch puts in the place of a missing data point, where the lowest value decides. It says for one silent member
   * among others what `missingData` says for one alone: a harmless value, or one that rings.
   * @default - nothing; right where the highest value decides, which silence cannot raise
   */
  readonly fillInBatch?: number;
  /** Members that autoscaling may remove are left out, because their silence is what would ring. */
  readonly skipsOptional?: boolean;
  /** What it means when it rings. */
  readonly meaning: (subject: Subject) => string;
  /** What to do first. */
  readonly firstAction: (subject: Subject) => string;
  /** Vendor page behind the metric or the threshold. */
  readonly source: string;
}

/** A definition whose alarm compares one metric, or one value made of several. */
export function defineAlarm(definition: AlarmDefinition): AlarmDefinition {
  return definition;
}

/** Pages where the cache may wake somebody, tickets elsewhere. */
export const pageInProduction = (subject: Subject): AlarmUrgency => (subject.pages ? 'page' : 'ticket');

/** Always waits for the morning. */
export const ticket = (): AlarmUrgency => 'ticket';

/** For `applies`. */
export const always = (): boolean => true;
