import type { AlarmThresholds, WorkloadPreset } from '../blueprint';
import type { MetricReader } from './readings';

/** One node that is watched. */
export interface WatchedMember {
  /** Name of the node, the `CacheClusterId` of its metrics. */
  readonly name: string;
  /** What follows the cache's id in the name, such as `001` or `0001-001`: identity without the cache's name. */
  readonly suffix: string;
  readonly shardId: string;
  /** Position inside the shard, from 1. */
  readonly ordinal: number;
  /** Made and removed by autoscaling: its absence is no fault. */
  readonly optional: boolean;
}

/** One shard that is watched, with its members in order. */
export interface WatchedShard {
  readonly id: string;
  readonly members: readonly WatchedMember[];
  /** Made and removed by autoscaling. */
  readonly optional: boolean;
}

/** The machine under each member, as far as thresholds depend on it. */
export interface WatchedNode {
  readonly type: string;
  readonly vcpu: number;
  readonly maxmemoryBytes: number;
  readonly maxclients: number;
  readonly burstable: boolean;
  readonly dataTiering: boolean;
}

/** What only nodes of one's own have to be watched for. */
export interface OwnNodes {
  readonly minReplicasToWrite: number;
  readonly appendOnly: boolean;
  readonly backupEveryMinutes: number;
  readonly certificateValidityDays: number;
  /** Absent in a cluster, whose primaries vote themselves. */
  readonly sentinels?: { readonly count: number; readonly majority: number };
}

/**
 * What alarm definitions look at: facts about the thing watched, and nothing about how it was asked for.
 * Another kind of cache brings its own subject and, where it has other metrics, its own definitions.
 */
export interface Subject {
  readonly cacheId: string;
  /** For texts: such as `sharded valkey 8.1`. */
  readonly what: string;
  readonly sharded: boolean;
  readonly workload: WorkloadPreset;
  /** Whether alarms may wake somebody up. */
  readonly pages: boolean;
  readonly node: WatchedNode;
  /** `maxmemory-policy` in force; undefined when the parameter group is managed elsewhere. */
  readonly evictionPolicy?: string;
  readonly authentication: {
    /** Somebody has to authenticate at all. */
    readonly required: boolean;
    /** Users with access strings, whose commands and keys can be refused. */
    readonly accessStrings: boolean;
    /** Users that authenticate with IAM, or might. */
    readonly iam: boolean;
  };
  /** Most replicas a shard can have. */
  readonly replicasPerShard: number;
  readonly thresholds: AlarmThresholds;
  readonly shards: readonly WatchedShard[];
  /** @default - metrics that ElastiCache publishes */
  readonly reader?: MetricReader;
  /** How clients connect, for the dashboard. @default - through the service's endpoints */
  readonly connect?: string;
  /** @default - nodes of a service */
  readonly ownNodes?: OwnNodes;
}

/** Every member of every shard, in order. */
export function watchedMembers(subject: Subject): readonly WatchedMember[] {
  return subject.shards.flatMap((shard) => shard.members);
}
