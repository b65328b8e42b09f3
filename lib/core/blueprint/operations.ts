/** Encryption on the wire and at rest. At rest it is always on. */
export interface EncryptionSpec {
  /**
   * `required` refuses plaintext, `preferred` accepts both during a migration, `off` is plaintext.
   * @default required
   */
  readonly tls?: 'required' | 'preferred' | 'off';

  /**
   * ARN of a customer managed KMS key for data, logs, secrets and notifications; may be a token. Its policy must let CloudWatch and CloudWatch Logs use it.
   * @default - a new key with yearly rotation and the policy that is needed
   */
  readonly kmsKeyArn?: string;
}

/** Slow log and engine log, each to a log group of its own. */
export interface LogsSpec {
  /**
   * Whether slow commands are logged.
   * @default true
   */
  readonly slowLog?: boolean;
  /**
   * Whether the engine's own log is delivered.
   * @default true where the engine version offers it
   */
  readonly engineLog?: boolean;
  /**
   * Days that log events are kept; a value that CloudWatch Logs accepts.
   * @default - 365 in production, 30 elsewhere
   */
  readonly retentionDays?: number;
}

/** Snapshots that the service takes. */
export interface BackupSpec {
  /**
   * Days that automatic snapshots are kept, 0 to 35; 0 switches them off.
   * @default - 15 in production, 1 elsewhere, 0 when disposable
   */
  readonly retentionDays?: number;
  /**
   * Daily window, UTC, `hh:mm-hh:mm`, at least an hour, outside the maintenance window.
   * @default 03:00-04:00
   */
  readonly window?: string;
}

/** When and how the service may change the cache by itself. */
export interface MaintenanceSpec {
  /**
   * Weekly window, UTC, `ddd:hh:mm-ddd:hh:mm`, at least an hour.
   * @default sun:05:00-sun:06:00
   */
  readonly window?: string;
  /**
   * Whether minor engine versions are installed in the window.
   * @default true
   */
  readonly autoMinorVersionUpgrade?: boolean;
}

/** Numbers that replace computed alarm thresholds. */
export interface AlarmThresholds {
  /**
   * Engine thread's CPU, percent of one core.
   * @default - by workload, see docs/alarms
   */
  readonly engineCpuPercent?: number;
  /**
   * Memory used, percent of maxmemory.
   * @default - by workload and eviction policy
   */
  readonly memoryPercent?: number;
  /**
   * Connections, percent of maxclients.
   * @default 80
   */
  readonly connectionsPercent?: number;
  /**
   * Replication lag in seconds.
   * @default - by workload
   */
  readonly replicationLagSeconds?: number;
  /**
   * Evicted keys a minute.
   * @default - by workload: any eviction for data that must not be lost, otherwise no alarm
   */
  readonly evictionsPerMinute?: number;
}

/** Alarms, their recipients and the dashboard. Alarms themselves are derived from the topology and are always made. */
export interface MonitoringSpec {
  /**
   * ARNs of SNS topics that receive every alarm; may be tokens.
   * @default - a new encrypted topic
   */
  readonly topicArns?: readonly string[];
  /**
   * E-mail addresses subscribed to the new topic; each has to confirm once.
   * @default - none
   */
  readonly emails?: readonly string[];
  /**
   * Overrides of computed thresholds.
   * @default - computed from node type, eviction policy and workload
   */
  readonly thresholds?: AlarmThresholds;
  /**
   * Whether a dashboard is made.
   * @default true
   */
  readonly dashboard?: boolean;
}
