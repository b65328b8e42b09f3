import { compareVersions, findNodeType, findParameter, PAGES, parameterGroupFamily, renderParameterValue } from '../catalog';
import type { EngineName, Parameter } from '../catalog';
import type { WorkloadPreset } from './common';
import type { ParameterValues } from './managed';
import type { ResolvedManagedBlueprint } from './resolve';

/** One parameter that a workload sets, and why. */
export interface PresetParameter {
  readonly value: string | number | boolean;
  /** Why the workload wants it, for reports. */
  readonly reason: string;
  /** Vendor page that describes the parameter or the practice. */
  readonly source: string;
  /** Value on data tiering (r6gd) nodes, where `value` is refused. @default - `value` */
  readonly onDataTiering?: string | number | boolean;
}

/** Parameters of one workload, by name. */
export interface Preset {
  readonly [parameter: string]: PresetParameter;
}

/** What a preset is applied to. */
export interface PresetTarget {
  readonly engine: EngineName;
  readonly version: string;
  readonly family: string;
  /** Whether the nodes are data tiering (r6gd) nodes. @default false */
  readonly dataTiering?: boolean;
}

const { parameters, dataTiering } = PAGES.elasticache;
const replicationPage = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.Redis.Versions.html';
const reservedMemoryPage = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-memory-management.html';
const idleTimeoutPage = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/BestPractices.Clients.Redis.ServerTimeout.html';
const evictionPage = 'https://valkey.io/topics/lru-cache/';

/** Families from valkey8 on free in the background always and have no such parameters any more. */
const FREE_IN_BACKGROUND: Preset = {
  'lazyfree-lazy-eviction': { value: true, reason: 'freeing an evicted big value on the main thread stops every client', source: parameters },
  'lazyfree-lazy-expire': { value: true, reason: 'freeing an expired big value on the main thread stops every client', source: parameters },
  'lazyfree-lazy-server-del': { value: true, reason: 'RENAME and SET over a big value free it; on the main thread that stops every client', source: parameters },
  'lazyfree-lazy-user-del': { value: true, reason: 'DEL of a big value on the main thread stops every client', source: parameters },
};

const EVERY_WORKLOAD: Preset = {
  ...FREE_IN_BACKGROUND,
  'tcp-keepalive': {
    value: 60,
    reason: 'connections of clients that vanished are noticed after one minute and not after five, before they use up maxclients',
    source: parameters,
  },
  timeout: {
    value: 0,
    reason: 'the server closes no idle connection, since pools meet a closed one as an error; keepalive already removes dead ones',
    source: idleTimeoutPage,
  },
  'reserved-memory-percent': {
    value: 25,
    reason: 'snapshots and syncing replicas need room beside the data; a quarter is what the service recommends',
    source: reservedMemoryPage,
  },
};

const EVICTS_PRECISELY: Preset = {
  'maxmemory-samples': {
    value: 5,
    reason: "the engine's own default; with the service's 3 the evicted key is more often one that is still in use",
    source: evictionPage,
  },
};

const EXPIRES_EAGERLY: Preset = {
  'active-expire-effort': {
    value: 3,
    reason: 'nearly every key ends by its expiry; looking for expired ones harder gives their memory back sooner, for a little CPU',
    source: parameters,
  },
};

const DEFRAGMENTS: Preset = {
  activedefrag: {
    value: true,
    reason: 'values of changing size come and go, which leaves holes that only defragmentation gives back',
    source: parameters,
  },
};

/** Data that nobody can make again: replicas must not need a full copy after a short break of the network. */
const KEEPS_REPLICAS_CLOSE: Preset = {
  'repl-backlog-size': {
    value: 67_108_864,
    reason: '64 MiB of backlog let a replica catch up after a short break instead of copying everything while it protects nothing',
    source: replicationPage,
  },
};

/**
 * What each workload sets beyond the defaults of its parameter group family. Parameters that a family lacks are left out.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html
 */
export const PRESETS: Readonly<Record<WorkloadPreset, Preset>> = {
  cache: {
    ...EVERY_WORKLOAD,
    ...EVICTS_PRECISELY,
    ...DEFRAGMENTS,
    'maxmemory-policy': {
      value: 'allkeys-lfu',
      onDataTiering: 'allkeys-lru',
      reason: 'anything can be fetched again, so any key may go; counting uses keeps popular keys when a scan reads everything once',
      source: evictionPage,
    },
  },
  session: {
    ...EVERY_WORKLOAD,
    ...EVICTS_PRECISELY,
    ...EXPIRES_EAGERLY,
    ...DEFRAGMENTS,
    'maxmemory-policy': {
      value: 'volatile-lru',
      reason: 'sessions carry an expiry: the one idle for longest goes first, and keys without expiry are never touched',
      source: evictionPage,
    },
  },
  queue: {
    ...EVERY_WORKLOAD,
    ...KEEPS_REPLICAS_CLOSE,
    'maxmemory-policy': {
      value: 'noeviction',
      reason: 'an evicted key is a whole queue of lost jobs; a full queue must refuse new jobs instead',
      source: evictionPage,
    },
  },
  'primary-store': {
    ...EVERY_WORKLOAD,
    ...KEEPS_REPLICAS_CLOSE,
    ...DEFRAGMENTS,
    'maxmemory-policy': {
      value: 'noeviction',
      reason: 'there is no other copy to fetch an evicted key from; a full store must refuse writes instead',
      source: evictionPage,
    },
  },
  leaderboard: {
    ...EVERY_WORKLOAD,
    ...DEFRAGMENTS,
    'maxmemory-policy': {
      value: 'noeviction',
      reason: 'a board is one sorted set under one key: evicting it removes every rank at once',
      source: evictionPage,
    },
  },
  pubsub: {
    ...EVERY_WORKLOAD,
    'maxmemory-policy': {
      value: 'noeviction',
      reason: 'buffers of slow subscribers count as memory and must not push keys out; PUBLISH itself is never refused for memory',
      source: evictionPage,
    },
    'client-output-buffer-limit-pubsub-hard-limit': {
      value: 67_108_864,
      reason: 'a subscriber may fall 64 MiB behind in a burst before it is cut off and loses messages',
      source: parameters,
    },
    'client-output-buffer-limit-pubsub-soft-limit': {
      value: 33_554_432,
      reason: 'a subscriber that stays 32 MiB behind for the soft seconds will not catch up and is cut off',
      source: parameters,
    },
  },
  'rate-limiter': {
    ...EVERY_WORKLOAD,
    ...EVICTS_PRECISELY,
    ...EXPIRES_EAGERLY,
    'maxmemory-policy': {
      value: 'volatile-ttl',
      onDataTiering: 'volatile-lru',
      reason: 'the counter that ends soonest is the cheapest to lose; refusing writes instead would stop the limiter',
      source: evictionPage,
    },
  },
};

/** The parameters of a workload that the target's family has, with their reasons, in name order. */
export function presetChoices(workload: WorkloadPreset, target: PresetTarget): Preset {
  const preset: Preset | undefined = Object.hasOwn(PRESETS, workload) ? PRESETS[workload] : undefined;
  return Object.fromEntries(
    Object.entries(preset ?? {})
      .filter(([name]) => canBeSet(findParameter(target.family, name), target.version))
      .map(([name, choice]) => [name, choiceFor(choice, target)] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

/** Values of a workload's parameters for the target's family, in name order. */
export function presetParameters(workload: WorkloadPreset, target: PresetTarget): ParameterValues {
  return Object.fromEntries(Object.entries(presetChoices(workload, target)).map(([name, { value }]) => [name, value]));
}

/**
 * Every parameter that the cache's own group has to state: preset, then overrides, then what the topology needs; rendered,
 * in name order, without those that the family's default already says. Empty when no family serves the version.
 */
export function effectiveParameters(resolved: ResolvedManagedBlueprint): { readonly [name: string]: string } {
  const family = parameterGroupFamily(resolved.engine, resolved.version);
  if (family === undefined) return {};
  const dataTieringNodes = findNodeType(resolved.nodeType)?.dataTiering ?? false;
  const target: PresetTarget = { engine: resolved.engine, version: resolved.version, family, dataTiering: dataTieringNodes };
  const values: ParameterValues = {
    ...presetParameters(resolved.workload, target),
    ...resolved.parameters,
    // A custom group without it cannot be used by a sharded cache at all.
    ...(resolved.kind === 'sharded' ? { 'cluster-enabled': 'yes' } : {}),
  };
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, renderParameterValue(value)] as const)
      .filter(([name, value]) => findParameter(family, name)?.default !== value)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}

function canBeSet(parameter: Parameter | undefined, version: string): boolean {
  return (
    parameter !== undefined &&
    parameter.modifiable !== false &&
    (parameter.appliesFrom === undefined || compareVersions(version, parameter.appliesFrom) >= 0)
  );
}

function choiceFor(choice: PresetParameter, target: PresetTarget): PresetParameter {
  return target.dataTiering === true && choice.onDataTiering !== undefined
    ? { ...choice, value: choice.onDataTiering, source: dataTiering }
    : choice;
}
