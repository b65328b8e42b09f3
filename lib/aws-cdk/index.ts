/**
 * AWS CDK constructs over redis-blueprints: caches, stacks of blueprints, and the rules as a validation plugin for any template.
 * @packageDocumentation
 */
export { addBlueprints } from './add-blueprints';
export { BlueprintConstruct } from './blueprint-construct';
export { BlueprintStack } from './blueprint-stack';
export type { BlueprintStackProps } from './blueprint-stack';
export type { ICache, IReplicatedCache, IShardedCache } from './cache';
export type { CacheConstructProps } from './cache-props';
export { CacheUsageError } from './construct-error';
export type { CacheAttributes, ReplicatedCacheAttributes, ShardedCacheAttributes } from './imported-cache';
export { ManagedCache } from './managed-cache';
export type { CacheMetricOptions } from './member-metrics';
export { RedisCluster } from './redis-cluster';
export type { RedisClusterProps } from './redis-cluster';
export { RedisSentinel } from './redis-sentinel';
export type { RedisSentinelProps } from './redis-sentinel';
export { renderPlan } from './render';
export type { RenderedPlan } from './render';
export { ReplicatedCache } from './replicated-cache';
export type { ReplicatedCacheProps } from './replicated-cache';
export { SelfManagedDeployment } from './self-managed';
export type { SelfManagedConstructProps } from './self-managed-props';
export type { SelfManagedUnderlyingResources } from './self-managed-underlying';
export { ShardedCache } from './sharded-cache';
export type { ShardedCacheProps } from './sharded-cache';
export type { UnderlyingResources } from './underlying';
export { RedisBlueprintsValidationPlugin } from './validation-plugin';
export { HardenReplicationGroup } from './harden';
export type { HardenReplicationGroupProps } from './harden';
