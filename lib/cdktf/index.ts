/**
 * Redis and Valkey caches as constructs for CDK for Terraform and, generated from the same source, for CDK Terrain.
 * @packageDocumentation
 */
export { synthesizeApp } from './app';
export { CAPABILITIES } from './capabilities';
export type { Capability } from './capabilities';
export { BlueprintConstruct } from './blueprint-construct';
export { ManagedCacheBase } from './managed-cache';
export type { IngressSource, RenderedByKind, RenderedRedisNode } from './rendered';
export { RedisCluster } from './redis-cluster';
export type { RedisClusterProps } from './redis-cluster';
export { RedisSentinel } from './redis-sentinel';
export type { RedisSentinelProps } from './redis-sentinel';
export { ReplicatedCache } from './replicated-cache';
export type { ReplicatedCacheProps } from './replicated-cache';
export { CacheResources } from './resources';
export { SelfManagedBase } from './self-managed';
export { SelfManagedResources } from './self-managed-resources';
export { ShardedCache } from './sharded-cache';
export type { ShardedCacheProps } from './sharded-cache';
export { addBlueprints, BlueprintTerraformStack } from './stack';
export { CacheUsageError } from './usage-error';
