import type { NodeDuty } from '../blueprint/resolve-self-managed';
import type { MachineImage } from '../blueprint/self-managed';
import type { NodeId } from './nodes';

interface NodeBase {
  readonly id: NodeId;
}

/** Private DNS zone in which every node has a name that outlives its instance. */
export interface PrivateZone extends NodeBase {
  readonly kind: 'privateZone';
  readonly name: string;
  readonly network: NodeId;
}

/** Who may reach the nodes: each other on every listed port, clients on the client ports, nothing else; out to AWS APIs and package archives. */
export interface NodeFirewall extends NodeBase {
  readonly kind: 'nodeFirewall';
  readonly network: NodeId;
  readonly description: string;
  /** Ports between nodes: engine, Sentinel, cluster bus. */
  readonly peerPorts: readonly number[];
  /** Ports that clients may reach. */
  readonly clientPorts: readonly number[];
  /** Ports that nodes may reach anywhere: HTTPS for AWS APIs, and HTTP where the image's package archives offer nothing else. */
  readonly outboundPorts: readonly number[];
  readonly allowFromSecurityGroups: readonly string[];
  readonly allowFromCidrs: readonly string[];
}

/** A password that is generated at deployment and never leaves Secrets Manager but to the nodes that need it. */
export interface GeneratedSecret extends NodeBase {
  readonly kind: 'generatedSecret';
  /** ACL user that the password belongs to. */
  readonly user: string;
  readonly secretName: string;
  readonly passwordLength: number;
  readonly key: NodeId;
  readonly recoveryWindowDays: number;
}

/** Certificate authority of the deployment: the user's own, or generated once on the first node that starts. */
export interface CertificateAuthority extends NodeBase {
  readonly kind: 'certificateAuthority';
  readonly source:
    | { readonly from: 'existing'; readonly secretArn: string }
    | { readonly from: 'generated'; readonly secretName: string; readonly key: NodeId; readonly recoveryWindowDays: number };
}

/** Bucket for backups: encrypted, versioned, private, TLS only, with a lifecycle. */
export interface BackupBucket extends NodeBase {
  readonly kind: 'backupBucket';
  readonly key: NodeId;
  readonly retentionDays: number;
  /** Existing, versioned bucket in another region that every backup is replicated to. */
  readonly copyToBucketArn?: string;
  /** Key in that region; S3 encrypts copies of objects under a customer managed key only when it is told with which. */
  readonly copyKeyArn?: string;
  readonly retain: boolean;
}

/** A file that boot writes before it starts anything. */
export interface BootFile {
  readonly path: string;
  /** Octal, such as `0600`. */
  readonly mode: string;
  readonly content: string;
}

/** The scripts that all nodes run, as parameters of Parameter Store: with them, user data would be larger than EC2 takes. Nothing in them is secret. */
export interface BootScripts extends NodeBase {
  readonly kind: 'bootScripts';
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

/** One node: a self-healing group of one instance, pinned to its zone, with an address, a name and a volume of its own. */
export interface RedisNode extends NodeBase {
  readonly kind: 'redisNode';
  readonly name: string;
  readonly duty: NodeDuty;
  readonly shard?: string;
  readonly host: string;
  readonly zone: string;
  readonly subnetId: string;
  readonly instanceType: string;
  readonly architecture: 'arm64' | 'x86_64';
  readonly image: MachineImage;
  readonly firewall: NodeId;
  readonly privateZone: NodeId;
  /** Absent on Sentinel-only nodes, which keep their small state on a volume of the same kind. */
  readonly volume: { readonly sizeGiB: number; readonly iops: number; readonly throughputMiBps: number; readonly key: NodeId; readonly retain: boolean };
  /** Secrets that the node may read, and no other. */
  readonly secrets: readonly NodeId[];
  readonly authority: NodeId;
  readonly backups?: NodeId;
  readonly logGroup: NodeId;
  /** Namespace that the node may publish metrics to. */
  readonly metricNamespace: string;
  /** Files that are the same for every deployment of this plan: nothing in them is known only at deployment, nothing is secret. */
  readonly bootFiles: readonly BootFile[];
  /** Command that boot runs once the files are there. */
  readonly bootCommand: string;
  /** Seconds that a planned stop may take: pausing writes, waiting for offsets, failing over. */
  readonly stopTimeoutSeconds: number;
}

/** Plan nodes that only self-managed topologies use. */
export type SelfManagedPlanNode = PrivateZone | NodeFirewall | GeneratedSecret | CertificateAuthority | BackupBucket | BootScripts | RedisNode;
