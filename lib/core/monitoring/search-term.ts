import type { Subject } from './subject';

/** What a search term matches: the members by their whole names, their shards by words, or the cache by words. */
export type SearchPrecision = 'members' | 'shards' | 'cache';

/**
 * Characters that the term may take: 1,024 for the query, less what selects namespace, dimensions and metric.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html
 */
const TERM_MAX = 800;

/**
 * The narrowest term that fits. Only a term in double quotes compares whole values; any other compares words, so that `feed` finds
 * `feed-staging-0001-001` too, and `feed-0001` finds `my-feed-0001-001`. Where autoscaling makes shards, their number is
 * the service's choice, so shards are searched for and not members.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html
 */
export function elastiCacheSearchTerm({ cacheId, shards }: Pick<Subject, 'cacheId' | 'shards'>): { readonly term: string; readonly precision: SearchPrecision } {
  const members = anyOf(shards.flatMap((shard) => shard.members.map(({ name }) => `"${name}"`)));
  if (members.length <= TERM_MAX && !shards.some(({ optional }) => optional)) return { term: members, precision: 'members' };
  const byShard = anyOf(shards.map(({ id }) => `${cacheId}-${id}`));
  if (shards.length > 1 && byShard.length <= TERM_MAX) return { term: byShard, precision: 'shards' };
  return { term: `CacheClusterId=${cacheId}`, precision: 'cache' };
}

/** Whether a search for one cache's members also finds those of a cache with another id: when it holds the same words in a row. */
export function findsMembersOf(precision: SearchPrecision, searched: string, other: string): boolean {
  if (precision === 'members' || searched === other) return false;
  const words = `-${wordsOf(searched)}-`;
  const otherWords = `-${wordsOf(other)}-`;
  return precision === 'shards' ? otherWords.endsWith(words) : otherWords.includes(words);
}

/** Ids as search reads them: letters and digits are words of their own, whatever stands between them. */
function wordsOf(id: string): string {
  return (id.toLowerCase().match(/[a-z]+|\d+/g) ?? []).join('-');
}

function anyOf(terms: readonly string[]): string {
  return `(${terms.join(' OR ')})`;
}
