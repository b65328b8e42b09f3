import type { Environment, MachineImage, SelfManagedBlueprint, WorkloadPreset } from '../../../blueprint';
import type { Finding } from '../../../finding';
import type { NodeDuty } from '../../../blueprint/resolve-self-managed';
import type { CostDriver, ParameterReport, PlanReport, RecoveryReport } from '../shape';

/** One machine of the deployment. */
export interface NodeReport {
  readonly name: string;
  readonly duty: NodeDuty;
  readonly zone: string;
  readonly host: string;
  readonly instanceType: string;
  readonly volumeGiB: number;
}

/** An application user, what it may do, and where its password is. */
export interface SelfManagedUserReport {
  readonly name: string;
  readonly rights: string;
  /** Rules of its line in `users.acl`, password left out. */
  readonly rules: string;
  readonly secretName: string;
}

/** Everything that a reader of a self-managed plan wants to know before it is deployed, as data. */
export interface SelfManagedReport {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: string;
  readonly kind: SelfManagedBlueprint['kind'];
  readonly environment: Environment;
  readonly workload: WorkloadPreset;
  readonly region?: string;
  readonly description: string;
  readonly engine: { readonly name: 'valkey' | 'redis'; readonly version: string; readonly image: MachineImage };
  readonly topology: {
    readonly shards: readonly string[];
    readonly replicasPerShard: number;
    readonly port: number;
    readonly minReplicasToWrite: number;
    readonly minReplicasMaxLagSeconds: number;
    readonly sentinels?: { readonly count: number; readonly quorum: number; readonly downAfterMs: number; readonly primaryName: string; readonly port: number };
    readonly nodeTimeoutMs?: number;
    readonly nodes: readonly NodeReport[];
  };
  readonly memory: {
    /** `maxmemory` of one node, bytes. */
    readonly perNodeBytes: number;
    /** What the deployment can hold, bytes: `maxmemory` of one node for each shard. */
    readonly usableBytes: number;
    readonly evictionPolicy: string;
    /** Where the rest of a node's memory goes. */
    readonly reasons: readonly string[];
  };
  readonly costDrivers: readonly CostDriver[];
  /** Lines of the configuration that the blueprint's `directives` state. */
  readonly directives: readonly ParameterReport[];
  readonly network: { readonly vpc: string; readonly subnets: readonly string[]; readonly domain: string; readonly allowedFrom: readonly string[] };
  readonly users: readonly SelfManagedUserReport[];
  readonly serviceUsers: readonly { readonly name: string; readonly purpose: string }[];
  readonly encryption: { readonly inTransit: string; readonly atRest: string };
  readonly logs: PlanReport['logs'];
  readonly backup: { readonly everyMinutes: number; readonly retentionDays: number; readonly copyToBucketArn?: string; readonly restoreFrom?: string; readonly disposable: boolean };
  readonly persistence: { readonly appendOnly: boolean; readonly snapshots: boolean };
  readonly alarms: PlanReport['alarms'];
  readonly recovery: readonly RecoveryReport[];
  readonly assumptions: readonly string[];
  readonly findings: readonly Finding[];
}
