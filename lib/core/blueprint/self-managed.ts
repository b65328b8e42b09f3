import type { AccessIntent } from './access';
import type { BlueprintBase } from './common';
import type { ParameterValues } from './managed';
import type { AlarmThresholds } from './operations';

/** Operating system image that the nodes start from; the engine comes from its packages. */
export type MachineImage = 'al2023' | 'debian-12' | 'debian-13' | 'ubuntu-24.04';

/** Encrypted volume that holds a node's data and survives the replacement of the instance. */
export interface DataVolumeSpec {
  /**
   * Size in GiB. Must hold the dataset twice: an append-only file is rewritten beside the old one.
   * @default - three times the instance's memory, at least 20
   */
  readonly sizeGiB?: number;
  /**
   * Provisioned IOPS of the gp3 volume.
   * @default 3000
   */
  readonly iops?: number;
  /**
   * Throughput of the gp3 volume in MiB/s.
   * @default 125
   */
  readonly throughputMiBps?: number;
}

/** Subnet that nodes are pinned to; one for each zone. */
export interface PinnedSubnetSpec {
  /** Id of an existing private subnet with a way to AWS APIs (NAT or endpoints); may be a token. */
  readonly subnetId: string;
  /** Zone of the subnet, concrete, such as `eu-central-1a`. */
  readonly availabilityZone: string;
}

/** Where self-managed nodes live and who may reach them. */
export interface SelfManagedNetworkSpec {
  /** Id of an existing VPC; may be a token. */
  readonly vpcId: string;
  /** Subnets in different zones; nodes are spread over them in order. */
  readonly subnets: readonly PinnedSubnetSpec[];
  /**
   * Security groups whose members may connect.
   * @default - nobody
   */
  readonly allowFromSecurityGroups?: readonly string[];
  /**
   * IPv4 blocks that may connect. Never `0.0.0.0/0`.
   * @default - none
   */
  readonly allowFromCidrs?: readonly string[];
  /**
   * Private DNS domain that node names are made in, such as `redis.internal`; a private hosted zone is made for `<cacheId>.<domain>`.
   * @default redis.internal
   */
  readonly domain?: string;
}

/** An application user of a self-managed deployment; service users (replication, sentinel, operator, metrics, backup) are made by the library. */
export interface SelfManagedUserSpec {
  /** Name that clients send with AUTH. */
  readonly name: string;
  /** What the user may do. */
  readonly can: readonly AccessIntent[];
  /** Glob patterns of the keys that the user may touch. @default - no key */
  readonly keys?: readonly string[];
  /** Glob patterns of the channels that the user may use. @default - no channel */
  readonly channels?: readonly string[];
  /** Commands or categories granted on top. @default - none */
  readonly allowCommands?: readonly string[];
  /** Commands or categories withheld after everything else. @default - none */
  readonly denyCommands?: readonly string[];
}

/** How data reaches the disk. */
export interface PersistenceSpec {
  /** Whether every write is appended to a file, synced every second. @default - by workload: on unless the data is a cache */
  readonly appendOnly?: boolean;
  /** Whether snapshots (RDB) are saved periodically. @default true */
  readonly snapshots?: boolean;
}

/** Backups from a replica to S3, verified after upload. */
export interface SelfManagedBackupSpec {
  /** Minutes between two backups. @default 60 in production, 1440 elsewhere */
  readonly everyMinutes?: number;
  /** Days that backups are kept. @default - 35 in production, 7 elsewhere */
  readonly retentionDays?: number;
  /** ARN of an existing, versioned bucket in another region that every backup is replicated to. @default - no second copy */
  readonly copyToBucketArn?: string;
  /** ARN of the key in the copy's region that copies are encrypted with; may be a token. Required with `copyToBucketArn`. @default - no second copy */
  readonly copyKeyArn?: string;
  /** Name of a backup (`<cacheId>/<shard>/<timestamp>.rdb`) that empty nodes load at their first start. @default - nodes start empty */
  readonly restoreFrom?: string;
}

/** TLS between all parties. */
export interface CertificateSpec {
  /**
   * ARN of a secret with `ca.crt` and `ca.key` of the user's own authority; may be a token.
   * @default - an authority is generated once, on the first node, and kept in a secret
   */
  readonly authoritySecretArn?: string;
  /** Days that a node's certificate is valid; renewed at two thirds of it, without a restart. @default 90 */
  readonly validityDays?: number;
}

/** What both self-managed topologies state. */
export interface SelfManagedOptions extends BlueprintBase {
  /** Engine of the nodes. @default valkey */
  readonly engine?: 'valkey' | 'redis';
  /** Engine version, `major.minor`, as the image's packages offer it. @default - the newest that the image offers */
  readonly version?: string;
  /** EC2 instance type, such as `r7g.large`; decides memory and architecture. */
  readonly instanceType: string;
  /** Image of the nodes. @default debian-13 */
  readonly image?: MachineImage;
  /** Port of the engine; plaintext is never offered. @default 6379 */
  readonly port?: number;
  /** Replicas of each primary, 1 to 4. @default - 2 for sentinel, 1 for cluster */
  readonly replicas?: number;
  /** Where the nodes live. */
  readonly network: SelfManagedNetworkSpec;
  /** Application users. */
  readonly users: readonly SelfManagedUserSpec[];
  /** Directives of redis.conf on top of the workload's preset. @default - the preset alone */
  readonly directives?: ParameterValues;
  /** Data volume of each node. @default - see DataVolumeSpec */
  readonly dataVolume?: DataVolumeSpec;
  /** Persistence. @default - see PersistenceSpec */
  readonly persistence?: PersistenceSpec;
  /** Backups. @default - see SelfManagedBackupSpec */
  readonly backup?: SelfManagedBackupSpec;
  /** Certificates. @default - a generated authority */
  readonly certificates?: CertificateSpec;
  /** ARN of a customer managed key for volumes, secrets, backups, logs; may be a token. @default - a new key with rotation */
  readonly kmsKeyArn?: string;
  /** Alarm recipients and thresholds. */
  readonly monitoring?: {
    readonly topicArns?: readonly string[];
    readonly emails?: readonly string[];
    readonly thresholds?: AlarmThresholds;
    readonly dashboard?: boolean;
  };
  /** Replicas that must be reachable for a primary to accept writes. @default - 1; 0 on a cluster with one replica a shard, where it would stop a shard that lost its replica */
  readonly minReplicasToWrite?: number;
  /** Seconds after which a silent replica no longer counts. @default 2 */
  readonly minReplicasMaxLagSeconds?: number;
  /** Days that log events are kept. @default - 365 in production, 30 elsewhere */
  readonly logRetentionDays?: number;
  /** Whether data may be deleted with the stack. @default false */
  readonly disposable?: boolean;
}
