/** Namespace of every metric that nodes publish themselves. */
export const SELF_MANAGED_NAMESPACE = 'RedisBlueprints';
