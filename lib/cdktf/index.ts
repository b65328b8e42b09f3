/**
 * Redis and Valkey caches as constructs for CDK for Terraform and, generated from the same source, for CDK Terrain.
 * @packageDocumentation
 */
export { synthesizeApp } from './app';
export { CAPABILITIES } from './capabilities';
export type { Capability } from './capabilities';
export { ManagedCacheBase } from './managed-cache';
export type { IngressSource, RenderedByKind } from './rendered';
export { ReplicatedCache } from './replicated-cache';
export type { ReplicatedCacheProps } from './replicated-cache';
export { CacheResources } from './resources';
export { ShardedCache } from './sharded-cache';
export type { ShardedCacheProps } from './sharded-cache';
export { addBlueprints, BlueprintTerraformStack } from './stack';
export { CacheUsageError } from './usage-error';
