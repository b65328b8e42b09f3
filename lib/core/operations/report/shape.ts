import type { Blueprint, Environment, WorkloadPreset } from '../../blueprint';
import type { Finding } from '../../finding';
import type { AlarmUrgency, HealthQuestion } from '../../plan/nodes';

/** How many nodes there are, where, and what moves when one fails. */
export interface TopologyReport {
  readonly mode: 'replicated' | 'sharded';
  readonly shards: number;
  readonly replicasPerShard: number;
  readonly nodes: number;
  readonly nodeType: string;
  /** Absent where the catalog does not know the node type. */
  readonly vcpuPerNode?: number;
  readonly multiAz: boolean;
  readonly automaticFailover: boolean;
  readonly port: number;
  readonly scaling: readonly { readonly dimension: 'shards' | 'replicas'; readonly min: number; readonly max: number; readonly metric: string; readonly targetPercent: number }[];
  readonly members: readonly string[];
}

/** What fits in. Absent figures are those that the catalog or the plan does not know. */
export interface MemoryReport {
  /** The engine's `maxmemory` on one node, bytes. */
  readonly perNodeBytes?: number;
  /** Percent held back for snapshots and syncing replicas. */
  readonly reservedPercent?: number;
  /** What one shard can hold, bytes. */
  readonly usablePerShardBytes?: number;
  /** What the cache can hold, bytes. */
  readonly usableBytes?: number;
  /** `maxmemory` of all nodes, replicas included, bytes. */
  readonly totalBytes?: number;
  /** What happens when memory is full. */
  readonly evictionPolicy?: string;
}

/** Something that costs money, by quantity; prices differ by region and contract and are not invented here. */
export interface CostDriver {
  readonly item: string;
  readonly quantity: number;
  /** Quantity when autoscaling is at its most. */
  readonly most?: number;
  readonly unit: string;
  readonly note: string;
}

/** A parameter of the group, and why it has its value. */
export interface ParameterReport {
  readonly name: string;
  readonly value: string;
  readonly reason: string;
}

/** Alarms that answer one question. */
export interface AlarmsReport {
  readonly question: HealthQuestion;
  readonly count: number;
  /** What is watched, and by how many alarms; a topic is an alarm's id without its member. */
  readonly topics: readonly { readonly topic: string; readonly count: number; readonly urgency: AlarmUrgency }[];
}

/** What a user may do, in words, and exactly. */
export interface UserReport {
  readonly name: string;
  readonly userId: string;
  readonly authentication: 'password' | 'iam' | 'none';
  readonly rights: string;
  readonly accessString: string;
  /** Name of the secret with the password. */
  readonly secretName?: string;
}

/** What is lost, and for how long, when something happens. */
export interface RecoveryReport {
  /** Accident, in two words. */
  readonly event: string;
  /** Recovery point: which writes are lost. */
  readonly rpo: string;
  /** Recovery time: until it works again, and who does it. */
  readonly rto: string;
  /** What the two rest on. */
  readonly restsOn: string;
  readonly source: string;
}

/** Everything that a reader of a plan wants to know before it is deployed, as data. */
export interface PlanReport {
  /** Version of this shape; raised when a reader would misread an older report. */
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: string;
  readonly kind: Blueprint['kind'];
  readonly environment: Environment;
  readonly workload: WorkloadPreset;
  readonly region?: string;
  readonly description: string;
  readonly engine: { readonly name: 'valkey' | 'redis'; readonly version: string };
  readonly topology: TopologyReport;
  readonly memory: MemoryReport;
  readonly costDrivers: readonly CostDriver[];
  readonly parameters: { readonly group: string; readonly family: string; readonly managedHere: boolean; readonly values: readonly ParameterReport[] };
  readonly network: { readonly vpc: string; readonly subnets: readonly string[]; readonly allowedFrom: readonly string[] };
  readonly access: { readonly mode: 'users' | 'userGroup' | 'authToken' | 'open'; readonly users: readonly UserReport[] };
  readonly encryption: { readonly inTransit: string; readonly atRest: string };
  readonly logs: readonly { readonly name: string; readonly purpose: string; readonly retentionDays: number }[];
  readonly backup: { readonly retentionDays: number; readonly window: string; readonly finalSnapshot?: string; readonly onDeletion: string; readonly disposable: boolean };
  readonly maintenance: { readonly window: string; readonly autoMinorVersionUpgrade: boolean };
  readonly alarms: { readonly total: number; readonly composites: number; readonly byQuestion: readonly AlarmsReport[]; readonly recipients: readonly string[]; readonly dashboard: boolean };
  readonly recovery: readonly RecoveryReport[];
  readonly assumptions: readonly string[];
  readonly findings: readonly Finding[];
}
