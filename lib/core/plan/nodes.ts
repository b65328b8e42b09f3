import type { Member } from './members';
import type { SelfManagedPlanNode } from './self-managed-nodes';

export type * from './self-managed-nodes';

/** Stable identity of a plan node inside its plan. Derives from names in the blueprint, never from a list position. */
export type NodeId = string;

interface NodeBase {
  readonly id: NodeId;
}

/** A private subnet of a new network. */
export interface PlannedSubnet {
  readonly id: NodeId;
  readonly cidr: string;
  readonly zone: string;
}

/** Where the cache lives: a new private network, or one that exists. */
export interface Network extends NodeBase {
  readonly kind: 'network';
  readonly source:
    | { readonly from: 'existing'; readonly vpcId: string; readonly subnetIds: readonly string[] }
    | {
        readonly from: 'new';
        readonly cidr: string;
        readonly subnets: readonly PlannedSubnet[];
        /** Log group of the flow logs. */
        readonly flowLog: NodeId;
      };
}

/** Who may connect, and nothing else: no open ingress, no egress at all. */
export interface Firewall extends NodeBase {
  readonly kind: 'firewall';
  readonly network: NodeId;
  readonly description: string;
  readonly port: number;
  readonly allowFromSecurityGroups: readonly string[];
  readonly allowFromCidrs: readonly string[];
}

/** Subnets that the service may place nodes in. */
export interface SubnetGroup extends NodeBase {
  readonly kind: 'subnetGroup';
  readonly network: NodeId;
  readonly name: string;
  readonly description: string;
}

/** Parties beside the account itself that the key's policy must let in. */
export type KeyUser = 'cloudwatch-alarms' | 'cloudwatch-logs';

/** Customer managed key for data at rest, logs, secrets and notifications. */
export interface EncryptionKey extends NodeBase {
  readonly kind: 'encryptionKey';
  readonly source:
    | { readonly from: 'existing'; readonly arn: string }
    | {
        readonly from: 'new';
        readonly alias: string;
        readonly description: string;
        readonly rotation: true;
        readonly usedBy: readonly KeyUser[];
        readonly deletionWindowDays: number;
        /** Keep the key when the stack goes: snapshots cannot be read without it. */
        readonly retain: boolean;
      };
}

/** Engine parameters: one made here, or one that exists. */
export interface ParameterGroup extends NodeBase {
  readonly kind: 'parameterGroup';
  readonly family: string;
  readonly source:
    | { readonly from: 'existing'; readonly name: string }
    | {
        readonly from: 'new';
        /** Carries the family, so that a new family is a new group beside the old one and never blocks an update. */
        readonly name: string;
        readonly description: string;
        /** Rendered values in name order. */
        readonly parameters: { readonly [name: string]: string };
      };
}

/** A log group for one stream of events. */
export interface LogGroup extends NodeBase {
  readonly kind: 'logGroup';
  readonly name: string;
  readonly purpose: 'slow-log' | 'engine-log' | 'flow-log' | 'node-log';
  readonly retentionDays: number;
  readonly key: NodeId;
  readonly retain: boolean;
}

/** One user of the cache, with its compiled access string. A password is a reference to a generated secret. */
export interface AccessUser extends NodeBase {
  readonly kind: 'accessUser';
  readonly engine: 'valkey' | 'redis';
  readonly userId: string;
  readonly userName: string;
  readonly accessString: string;
  readonly authentication:
    | { readonly method: 'iam' }
    /** Only for the engine's `default` user, which is off and may do nothing. */
    | { readonly method: 'none' }
    | {
        readonly method: 'password';
        readonly secretName: string;
        readonly passwordLength: number;
        /** Characters that the service refuses in passwords. */
        readonly excludeCharacters: string;
        readonly key: NodeId;
        readonly recoveryWindowDays: number;
      };
}

/** The users that a cache lets in. */
export interface AccessGroup extends NodeBase {
  readonly kind: 'accessGroup';
  readonly engine: 'valkey' | 'redis';
  readonly source:
    | { readonly from: 'existing'; readonly groupId: string }
    | { readonly from: 'new'; readonly groupId: string; readonly users: readonly NodeId[] };
}

/** A shard as the service is told about it. */
export interface PlannedShard {
  readonly id: string;
  readonly replicas: number;
  readonly slots?: string;
  readonly primaryZone?: string;
  readonly replicaZones?: readonly string[];
}

/** Shape of a managed cache. */
export type ManagedTopology =
  | { readonly mode: 'replicated'; readonly replicas: number }
  | {
      readonly mode: 'sharded';
      readonly shards: readonly PlannedShard[];
      /** Whether shard names and slots were chosen by the user, or counted. */
      readonly named: boolean;
      readonly replicasPerShard: number;
      /** Dimensions that autoscaling owns; deployments must not put them back. */
      readonly scaledBy: readonly ('shards' | 'replicas')[];
    };

/** A log stream of the engine, delivered as JSON to a log group. */
export interface LogDelivery {
  readonly logType: 'slow-log' | 'engine-log';
  readonly logGroup: NodeId;
}

/** Who may speak to the cache. */
export type CacheAccess =
  | { readonly mode: 'users'; readonly group: NodeId }
  | { readonly mode: 'authToken'; readonly secretArn: string }
  | { readonly mode: 'open' };

/** The replication group. */
export interface ManagedCache extends NodeBase {
  readonly kind: 'managedCache';
  readonly cacheId: string;
  readonly description: string;
  readonly engine: 'valkey' | 'redis';
  readonly version: string;
  readonly nodeType: string;
  readonly dataTiering: boolean;
  readonly port: number;
  readonly topology: ManagedTopology;
  readonly members: readonly Member[];
  readonly multiAz: boolean;
  readonly automaticFailover: boolean;
  readonly tls: 'required' | 'preferred' | 'off';
  readonly key: NodeId;
  readonly subnetGroup: NodeId;
  readonly firewall: NodeId;
  readonly parameterGroup: NodeId;
  readonly access: CacheAccess;
  readonly logs: readonly LogDelivery[];
  readonly backup: { readonly retentionDays: number; readonly window: string };
  readonly maintenance: { readonly window: string; readonly autoMinorVersionUpgrade: boolean };
  /** Topic that receives the service's own events (failover, maintenance, failed snapshots). */
  readonly eventsTopic: NodeId;
  readonly disposable: boolean;
  /** Name of the snapshot taken before deletion; absent when disposable. */
  readonly finalSnapshotName?: string;
}

/** Target tracking on one dimension of a sharded cache. */
export interface CacheScaling extends NodeBase {
  readonly kind: 'cacheScaling';
  readonly cache: NodeId;
  readonly dimension: 'shards' | 'replicas';
  readonly min: number;
  readonly max: number;
  /** Application Auto Scaling's predefined metric. */
  readonly predefinedMetric: string;
  readonly targetPercent: number;
  readonly scaleOutCooldownSeconds: number;
  readonly scaleInCooldownSeconds: number;
}

/** Where alarms or events go: a topic made here for one publisher, or topics that exist. */
export interface NotificationTopic extends NodeBase {
  readonly kind: 'notificationTopic';
  readonly source:
    | { readonly from: 'existing'; readonly arns: readonly string[] }
    | {
        readonly from: 'new';
        readonly name: string;
        readonly publisher: 'alarms' | 'cache-events';
        /**
         * Absent for the cache's events: ElastiCache declares an encrypted topic inactive and drops what it had to say.
         * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ElastiCacheSNS.html
         */
        readonly key?: NodeId;
        readonly emails: readonly string[];
      };
}

/** CloudWatch statistics that alarms and widgets use. */
export type Statistic = 'Average' | 'Maximum' | 'Minimum' | 'Sum';

/** One metric with its dimensions and statistic. */
export interface MetricReading {
  readonly namespace: string;
  readonly name: string;
  /** In name order, so that two backends write the same. */
  readonly dimensions: { readonly [name: string]: string };
  readonly statistic: Statistic;
  readonly periodSeconds: number;
}

/** What an alarm watches: one metric, or an expression over several. */
export type AlarmSignal =
  | { readonly type: 'metric'; readonly metric: MetricReading }
  | {
      readonly type: 'math';
      /** Metric math over the ids of `metrics`, such as `MAX([m1,m2])`. */
      readonly expression: string;
      readonly label: string;
      readonly periodSeconds: number;
      readonly metrics: readonly { readonly id: string; readonly metric: MetricReading }[];
    };

/** How bad it is when an alarm rings: `page` wakes somebody up, `ticket` waits for the morning. */
export type AlarmUrgency = 'page' | 'ticket';

/** What the dashboard and the alarms answer, in this order. */
export type HealthQuestion = 'up' | 'fast' | 'full' | 'safe' | 'balanced';

/** CloudWatch's comparison operators, in its own words. */
export type Comparison =
  | 'GreaterThanThreshold'
  | 'GreaterThanOrEqualToThreshold'
  | 'LessThanThreshold'
  | 'LessThanOrEqualToThreshold';

/** CloudWatch's words for treating missing data. */
export type MissingData = 'breaching' | 'notBreaching' | 'ignore' | 'missing';

/** One metric alarm. */
export interface Alarm extends NodeBase {
  readonly kind: 'alarm';
  readonly name: string;
  readonly question: HealthQuestion;
  readonly urgency: AlarmUrgency;
  /** What it means and what to do first. */
  readonly description: string;
  readonly signal: AlarmSignal;
  readonly comparison: Comparison;
  readonly threshold: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly missingData: MissingData;
  /** Why missing data is treated so; for reports. */
  readonly missingDataReason: string;
  /** Topic that is told; absent when a composite alarm tells it instead. */
  readonly notify?: NodeId;
  /** Members that the alarm speaks of. */
  readonly members: readonly string[];
}

/** One state for the whole cache: rings when any of its alarms rings. */
export interface CompositeAlarm extends NodeBase {
  readonly kind: 'compositeAlarm';
  readonly name: string;
  readonly description: string;
  /** Alarms and composite alarms, any of which makes it ring. */
  readonly anyOf: readonly NodeId[];
  readonly notify?: NodeId;
}

/** One graph, number, text or alarm-state widget, with its place on the grid of 24 columns. */
export interface DashboardWidget {
  readonly type: 'metric' | 'text' | 'alarm';
  readonly question: HealthQuestion | 'header';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** For text widgets. */
  readonly markdown?: string;
  /** For metric widgets. */
  readonly title?: string;
  readonly view?: 'timeSeries' | 'singleValue';
  readonly metrics?: readonly { readonly metric: MetricReading; readonly label?: string; readonly hidden?: boolean; readonly id?: string; readonly axis?: 'left' | 'right' }[];
  readonly expressions?: readonly { readonly expression: string; readonly label: string; readonly id: string }[];
  /** Horizontal lines: the thresholds of the alarms on the same metric. */
  readonly thresholds?: readonly { readonly label: string; readonly value: number }[];
  /** For alarm widgets. */
  readonly alarms?: readonly NodeId[];
}

/** A CloudWatch dashboard that answers, top to bottom: is it up, fast, full, safe, balanced. */
export interface Dashboard extends NodeBase {
  readonly kind: 'dashboard';
  readonly name: string;
  readonly widgets: readonly DashboardWidget[];
}

/** A value that the deployment tells: an endpoint, an ARN. */
export interface PlanOutput extends NodeBase {
  readonly kind: 'output';
  readonly description: string;
  readonly value:
    | { readonly of: NodeId; readonly attribute: 'primaryEndpoint' | 'readerEndpoint' | 'configurationEndpoint' | 'port' | 'arn' | 'id' | 'secretArn' | 'subnetIds' }
    /** Known before deployment: names and ports that outlive instances. */
    | { readonly text: string };
}

/** Everything that a plan can hold. Backends map every kind to a renderer; a kind without one does not compile. */
export type PlanNode =
  | Network
  | Firewall
  | SubnetGroup
  | EncryptionKey
  | ParameterGroup
  | LogGroup
  | AccessUser
  | AccessGroup
  | ManagedCache
  | CacheScaling
  | NotificationTopic
  | Alarm
  | CompositeAlarm
  | Dashboard
  | PlanOutput
  | SelfManagedPlanNode;

/** A plan node by its kind. */
export type NodeOfKind<K extends PlanNode['kind']> = Extract<PlanNode, { kind: K }>;
