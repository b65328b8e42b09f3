import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/** A `maxmemory-policy` by what it removes when memory is full. */
export interface EvictionPolicy extends Sourced {
  readonly name: string;
  /** Removes keys; a policy that does not answers writes with an error. */
  readonly evicts: boolean;
  /** Removes only keys with an expiry, so a data set without TTLs behaves as `noeviction`. */
  readonly needsTtl: boolean;
  /** Allowed on data tiering (r6gd) nodes. */
  readonly dataTiering: boolean;
}

/**
 * Every eviction policy of Redis and Valkey.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/data-tiering.html
 */
export const EVICTION_POLICIES: readonly EvictionPolicy[] = [
  policy('noeviction', { evicts: false, needsTtl: false, dataTiering: true }),
  policy('allkeys-lru', { evicts: true, needsTtl: false, dataTiering: true }),
  policy('allkeys-lfu', { evicts: true, needsTtl: false, dataTiering: false }),
  policy('allkeys-random', { evicts: true, needsTtl: false, dataTiering: false }),
  policy('volatile-lru', { evicts: true, needsTtl: true, dataTiering: true }),
  policy('volatile-lfu', { evicts: true, needsTtl: true, dataTiering: false }),
  policy('volatile-random', { evicts: true, needsTtl: true, dataTiering: false }),
  policy('volatile-ttl', { evicts: true, needsTtl: true, dataTiering: false }),
];

/** Names of the policies data tiering nodes accept. */
export const DATA_TIERING_EVICTION_POLICIES: readonly string[] = EVICTION_POLICIES.filter(
  ({ dataTiering }) => dataTiering,
).map(({ name }) => name);

/** The policy called `name`; undefined when the engines know none. */
export function findEvictionPolicy(name: string): EvictionPolicy | undefined {
  return EVICTION_POLICIES.find((candidate) => candidate.name === name);
}

function policy(name: string, traits: Omit<EvictionPolicy, 'name' | 'source'>): EvictionPolicy {
  const source = traits.dataTiering ? PAGES.elasticache.dataTiering : PAGES.elasticache.parameters;
  return { name, ...traits, source };
}
