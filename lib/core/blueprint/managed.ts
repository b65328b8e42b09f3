import type { BlueprintBase } from './common';
import type { AccessSpec } from './access';
import type { BackupSpec, EncryptionSpec, LogsSpec, MaintenanceSpec, MonitoringSpec } from './operations';

/** A parameter group that exists already and is managed elsewhere. */
export interface ImportedParameterGroupSpec {
  /** Name of the group; may be a token. */
  readonly name: string;
  /** Family of the group, such as `valkey8`. */
  readonly family: string;
}

/** Values of engine parameters; numbers and booleans are written the way the engine wants them. */
export interface ParameterValues {
  readonly [name: string]: string | number | boolean;
}

/** What both node-based ElastiCache topologies state, apart from where they live. */
export interface ManagedCacheOptions extends BlueprintBase {
  /**
   * Engine of the cache.
   * @default valkey, which is BSD licensed and priced lower by the service
   */
  readonly engine?: 'valkey' | 'redis';

  /**
   * Engine version as the service writes it, such as `8.1`.
   * @default - the newest version of the engine that the library has checked
   */
  readonly version?: string;

  /** Node type, such as `cache.r7g.large`. */
  readonly nodeType: string;

  /**
   * Port of every endpoint. Changing it replaces the cache.
   * @default 6380, because scanners and the AwsSolutions rules expect a port other than 6379
   */
  readonly port?: number;

  /**
   * Whether primary and replicas must stand in different zones.
   * @default - true when there is a replica
   */
  readonly multiAz?: boolean;

  /**
   * Whether a replica is promoted when the primary fails.
   * @default - true when there is a replica, and always for sharded caches
   */
  readonly automaticFailover?: boolean;

  /**
   * Who may use the cache. There is no default: a cache without a stated reader and writer is of no use to anybody.
   */
  readonly access?: AccessSpec;

  /**
   * Engine parameters on top of the workload's preset.
   * @default - the preset alone
   */
  readonly parameters?: ParameterValues;

  /**
   * An existing parameter group instead of one made from the preset. Excludes `parameters`.
   * @default - a group is made
   */
  readonly parameterGroup?: ImportedParameterGroupSpec;

  /**
   * Encryption on the wire and at rest.
   * @default - TLS required, a new customer managed key
   */
  readonly encryption?: EncryptionSpec;

  /**
   * Engine logs.
   * @default - slow log and engine log
   */
  readonly logs?: LogsSpec;

  /**
   * Snapshots.
   * @default - see BackupSpec
   */
  readonly backup?: BackupSpec;

  /**
   * Maintenance.
   * @default - see MaintenanceSpec
   */
  readonly maintenance?: MaintenanceSpec;

  /**
   * Alarms and dashboard.
   * @default - see MonitoringSpec
   */
  readonly monitoring?: MonitoringSpec;

  /**
   * Whether data may be deleted with the stack: no final snapshot, no retained key, no deletion protection.
   * @default false
   */
  readonly disposable?: boolean;
}
