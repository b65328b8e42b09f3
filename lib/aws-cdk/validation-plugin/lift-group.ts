import type { AccessSpec, Blueprint, ImportedParameterGroupSpec, ManagedCacheOptions, ShardSpec } from '../../core/blueprint';
import { parameterFamilies } from '../../core/catalog';
import { FILLER, stated } from './lifted';
import type { Lifted } from './lifted';
import { flagOf, isMapping, listOf, numberOf, referredTo, textOf } from './template';
import type { Template, TemplateResource } from './template';

/** Stands for a secret that the template keeps to itself; only its being there is judged. */
const SOME_SECRET = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:token-AbCdEf';

/** Valid, so that only a stated id is judged. */
const SOME_ID = 'template';

interface Part {
  readonly options: Partial<ManagedCacheOptions>;
  readonly properties: { readonly [path: string]: string | undefined };
}

/** A replication group as a blueprint; undefined when its engine is not stated in plain text. */
export function liftGroup(resource: TemplateResource, template: Template, region: string | undefined): Lifted | undefined {
  const { properties } = resource;
  // The service's default.
  const engine = properties.Engine === undefined ? 'redis' : textOf(properties.Engine)?.toLowerCase();
  if (engine !== 'redis' && engine !== 'valkey') return undefined;
  const parts = [basics(properties), availability(properties), encryption(properties), windows(properties), access(properties, template, engine), parameterGroup(properties, template)];
  const shape = shapeOf(properties);
  const options = Object.assign({}, ...parts.map((part) => part.options)) as Partial<ManagedCacheOptions>;
  const blueprint: Blueprint = {
    ...FILLER,
    name: SOME_ID,
    engine,
    ...(region === undefined ? {} : { region }),
    ...options,
    ...shape.topology,
  };
  return { resource, blueprint, properties: stated(Object.assign({}, ...parts.map((part) => part.properties), shape.properties)) };
}

type Properties = TemplateResource['properties'];

function basics({ ReplicationGroupId, EngineVersion, CacheNodeType, Port }: Properties): Part {
  const cacheId = textOf(ReplicationGroupId);
  const version = textOf(EngineVersion);
  const nodeType = textOf(CacheNodeType);
  const port = numberOf(Port);
  return {
    options: { ...stated({ cacheId, version, nodeType }), ...stated({ port }) },
    properties: {
      cacheId: cacheId && 'ReplicationGroupId',
      version: version && 'EngineVersion',
      nodeType: nodeType && 'CacheNodeType',
      port: port === undefined ? undefined : 'Port',
    },
  };
}

function availability({ MultiAZEnabled, AutomaticFailoverEnabled }: Properties): Part {
  const multiAz = flagOf(MultiAZEnabled);
  const automaticFailover = flagOf(AutomaticFailoverEnabled);
  // Each is judged against the other, so one unknown leaves nothing to say.
  if (multiAz === undefined || automaticFailover === undefined) return { options: {}, properties: {} };
  return { options: { multiAz, automaticFailover }, properties: { multiAz: 'MultiAZEnabled', automaticFailover: 'AutomaticFailoverEnabled' } };
}

function encryption({ TransitEncryptionEnabled, TransitEncryptionMode }: Properties): Part {
  const enabled = flagOf(TransitEncryptionEnabled);
  if (enabled === undefined) return { options: {}, properties: {} };
  const tls = enabled ? (textOf(TransitEncryptionMode) === 'preferred' ? 'preferred' : 'required') : 'off';
  return { options: { encryption: { tls } }, properties: { encryption: tls === 'preferred' ? 'TransitEncryptionMode' : 'TransitEncryptionEnabled' } };
}

function windows({ SnapshotRetentionLimit, SnapshotWindow, PreferredMaintenanceWindow }: Properties): Part {
  const retentionDays = numberOf(SnapshotRetentionLimit);
  const backupWindow = textOf(SnapshotWindow);
  const maintenanceWindow = textOf(PreferredMaintenanceWindow);
  return {
    options: {
      backup: { ...stated({ retentionDays }), ...stated({ window: backupWindow }) },
      maintenance: stated({ window: maintenanceWindow }),
    },
    properties: {
      'backup.retentionDays': retentionDays === undefined ? undefined : 'SnapshotRetentionLimit',
      'backup.window': backupWindow === undefined ? undefined : 'SnapshotWindow',
      'maintenance.window': maintenanceWindow === undefined ? undefined : 'PreferredMaintenanceWindow',
    },
  };
}

function access({ UserGroupIds, AuthToken }: Properties, template: Template, engine: 'redis' | 'valkey'): Part {
  const [group] = listOf(UserGroupIds) ?? [];
  const engineOfGroup = textOf(referredTo(template, group)?.properties.Engine)?.toLowerCase();
  const known = engineOfGroup === 'redis' || engineOfGroup === 'valkey' ? engineOfGroup : undefined;
  const spec: AccessSpec = {
    // A group from elsewhere counts as one of the cache's own engine; the template tells no more.
    ...(group === undefined ? {} : { userGroup: { id: 'users', engine: known ?? engine } }),
    ...(AuthToken === undefined ? {} : { authTokenSecretArn: SOME_SECRET }),
  };
  return {
    options: { access: spec },
    properties: {
      access: group !== undefined ? 'UserGroupIds' : AuthToken !== undefined ? 'AuthToken' : undefined,
    },
  };
}

/** Names of the groups that the service brings along, such as `default.valkey8.cluster.on`. */
const DEFAULT_GROUP = /^default\.(.+?)(\.cluster\.on)?$/;

function parameterGroup({ CacheParameterGroupName, EngineVersion }: Properties, template: Template): Part {
  // Without a version the service takes its newest, which decides the family.
  if (textOf(EngineVersion) === undefined) return { options: {}, properties: {} };
  const own = textOf(referredTo(template, CacheParameterGroupName)?.properties.CacheParameterGroupFamily);
  const family = own ?? DEFAULT_GROUP.exec(textOf(CacheParameterGroupName) ?? '')?.[1];
  if (family === undefined || (own === undefined && !parameterFamilies().includes(family))) return { options: {}, properties: {} };
  const group: ImportedParameterGroupSpec = { name: 'parameters', family };
  return { options: { parameterGroup: group }, properties: { parameterGroup: 'CacheParameterGroupName' } };
}

type Topology =
  | { readonly kind: 'replicated'; readonly replicas: number }
  | { readonly kind: 'sharded'; readonly replicasPerShard: number; readonly shardCount?: number; readonly shards?: readonly ShardSpec[] };

function shapeOf(properties: Properties): { readonly topology: Topology; readonly properties: { readonly [path: string]: string | undefined } } {
  const { NumCacheClusters, NumNodeGroups, ReplicasPerNodeGroup, NodeGroupConfiguration, ClusterMode } = properties;
  const listedShards = listOf(NodeGroupConfiguration)?.filter(isMapping);
  const replicasPerShard = numberOf(ReplicasPerNodeGroup) ?? numberOf(listedShards?.[0]?.ReplicaCount);
  const count = numberOf(NumNodeGroups);
  const sharded = (listedShards?.length ?? 0) > 1 || (count ?? 1) > 1 || textOf(ClusterMode) === 'enabled';
  if (sharded) {
    return {
      topology: { kind: 'sharded', replicasPerShard: replicasPerShard ?? 1, ...shardsOf(listedShards, count) },
      properties: {
        replicasPerShard: replicasPerShard === undefined ? undefined : numberOf(ReplicasPerNodeGroup) === undefined ? 'NodeGroupConfiguration' : 'ReplicasPerNodeGroup',
        shardCount: count === undefined ? undefined : 'NumNodeGroups',
        shards: listedShards === undefined ? undefined : 'NodeGroupConfiguration',
      },
    };
  }
  const nodes = numberOf(NumCacheClusters);
  return {
    topology: { kind: 'replicated', replicas: nodes === undefined ? (replicasPerShard ?? 1) : nodes - 1 },
    properties: { replicas: nodes === undefined ? undefined : 'NumCacheClusters' },
  };
}

/** Shards by id where the template names every one of them, otherwise by number. */
function shardsOf(listed: readonly { readonly [key: string]: unknown }[] | undefined, count: number | undefined): { shards: ShardSpec[] } | { shardCount: number } {
  const shards = listed?.map(({ NodeGroupId, Slots }) => ({ id: textOf(NodeGroupId) ?? '', ...stated({ slots: textOf(Slots) }) }));
  if (shards !== undefined && shards.length > 0 && shards.every(({ id }) => id !== '')) return { shards };
  return { shardCount: count ?? listed?.length ?? 1 };
}
