import { ELASTICACHE_PARAMETERS, MEMORYDB_PARAMETERS } from './parameters-data';
import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/** How a parameter's value is written. */
export type ParameterType = 'integer' | 'boolean' | 'enum' | 'string' | 'event-flags' | 'command-list';

/** Whole numbers a parameter accepts. */
export interface IntegerRange {
  readonly min?: number;
  readonly max?: number;
  /** Accepted although outside `min` and `max`. */
  readonly also?: readonly number[];
  /** Refused although inside `min` and `max`. */
  readonly except?: readonly number[];
}

/** A parameter as its parameter group family defines it. */
export interface ParameterRow {
  readonly name: string;
  readonly type: ParameterType;
  /** As the default parameter group holds it; undefined where the node type decides. */
  readonly default: string | undefined;
  readonly allowed?: readonly string[];
  readonly range?: IntegerRange;
  /** `creation-only`: chosen in a custom group before a cluster uses it, and fixed from then on. */
  readonly modifiable: boolean | 'creation-only';
  readonly families: readonly string[];
  /** First engine version that reads it, where that is later than the family's first. */
  readonly appliesFrom?: string;
  readonly note?: string;
}

/** A parameter of a parameter group family, with the page that documents it. */
export interface Parameter extends ParameterRow, Sourced {}

/** A parameter that engines know and ElastiCache does not offer. */
export interface UnavailableParameter extends Sourced {
  readonly name: string;
  readonly reason: string;
}

/** Settings of the engine that no current ElastiCache family has. */
export const UNAVAILABLE_PARAMETERS: readonly UnavailableParameter[] = [
  { name: 'appendonly', reason: 'append-only files ended with Redis OSS 2.8.22', source: PAGES.elasticache.parameters },
  { name: 'appendfsync', reason: 'append-only files ended with Redis OSS 2.8.22', source: PAGES.elasticache.parameters },
  { name: 'repl-timeout', reason: 'not available from Redis OSS 5.0 on', source: PAGES.elasticache.parameters },
];

/**
 * Values ElastiCache Serverless fixes; there is no parameter group to change them.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/RedisConfiguration.html
 */
export const SERVERLESS_FIXED_PARAMETERS: Readonly<Record<string, string>> = {
  'acl-pubsub-default': 'allchannels',
  'client-query-buffer-limit': '1073741824',
  'cluster-allow-pubsubshard-when-down': 'yes',
  'cluster-allow-reads-when-down': 'yes',
  'cluster-enabled': 'yes',
  'cluster-require-full-coverage': 'no',
  'lua-time-limit': '5000',
  maxclients: '65000',
  'maxmemory-policy': 'volatile-lru',
  'notify-keyspace-events': '',
  'proto-max-bulk-len': '536870912',
  timeout: '0',
};

/**
 * Letters of `notify-keyspace-events` ElastiCache documents. Newer engines know t, d, m and n too; the
 * vendor table lists none of them and says any other character is refused, so they are left out.
 */
const EVENT_LETTERS = 'KEg$lshzxeA';

/**
 * Commands `rename-commands` may rename, separated by spaces.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html
 */
export const RENAMEABLE_COMMANDS =
  'APPEND AUTH BITCOUNT BITFIELD BITOP BITPOS BLPOP BRPOP BRPOPLPUSH BZPOPMIN BZPOPMAX CLIENT CLUSTER COMMAND DBSIZE ' +
  'DECR DECRBY DEL DISCARD DUMP ECHO EVAL EVALSHA EXEC EXISTS EXPIRE EXPIREAT FLUSHALL FLUSHDB GEOADD GEOHASH GEOPOS ' +
  'GEODIST GEORADIUS GEORADIUSBYMEMBER GET GETBIT GETRANGE GETSET HDEL HEXISTS HGET HGETALL HINCRBY HINCRBYFLOAT HKEYS ' +
  'HLEN HMGET HMSET HSET HSETNX HSTRLEN HVALS INCR INCRBY INCRBYFLOAT INFO KEYS LASTSAVE LINDEX LINSERT LLEN LPOP LPUSH ' +
  'LPUSHX LRANGE LREM LSET LTRIM MEMORY MGET MONITOR MOVE MSET MSETNX MULTI OBJECT PERSIST PEXPIRE PEXPIREAT PFADD ' +
  'PFCOUNT PFMERGE PING PSETEX PSUBSCRIBE PUBSUB PTTL PUBLISH PUNSUBSCRIBE RANDOMKEY READONLY READWRITE RENAME RENAMENX ' +
  'RESTORE ROLE RPOP RPOPLPUSH RPUSH RPUSHX SADD SCARD SCRIPT SDIFF SDIFFSTORE SELECT SET SETBIT SETEX SETNX SETRANGE ' +
  'SINTER SINTERSTORE SISMEMBER SLOWLOG SMEMBERS SMOVE SORT SPOP SRANDMEMBER SREM STRLEN SUBSCRIBE SUNION SUNIONSTORE ' +
  'SWAPDB TIME TOUCH TTL TYPE UNSUBSCRIBE UNLINK UNWATCH WAIT WATCH ZADD ZCARD ZCOUNT ZINCRBY ZINTERSTORE ZLEXCOUNT ' +
  'ZPOPMAX ZPOPMIN ZRANGE ZRANGEBYLEX ZREVRANGEBYLEX ZRANGEBYSCORE ZRANK ZREM ZREMRANGEBYLEX ZREMRANGEBYRANK ' +
  'ZREMRANGEBYSCORE ZREVRANGE ZREVRANGEBYSCORE ZREVRANK ZSCORE ZUNIONSTORE SCAN SSCAN HSCAN ZSCAN XINFO XADD XTRIM XDEL ' +
  'XRANGE XREVRANGE XLEN XREAD XGROUP XREADGROUP XACK XCLAIM XPENDING GEORADIUS_RO GEORADIUSBYMEMBER_RO LOLWUT XSETID ' +
  'SUBSTR';

/** The parameter `name` of a family (`valkey8`, `memorydb_redis7`); undefined when the family has none. */
export function findParameter(family: string, name: string): Parameter | undefined {
  return byFamily().get(family)?.get(name);
}

/** All parameters of a family, in the order of the vendor's tables; empty for an unknown family. */
export function parametersOf(family: string): readonly Parameter[] {
  return [...(byFamily().get(family)?.values() ?? [])];
}

/** Names of all parameter group families the catalog holds. */
export function parameterFamilies(): readonly string[] {
  return [...byFamily().keys()].sort();
}

/** Names of the service's own groups of an ElastiCache family: for cluster mode disabled, and enabled. */
export function defaultParameterGroups(family: string): { readonly disabled: string; readonly enabled: string } {
  return { disabled: `default.${family}`, enabled: `default.${family}.cluster.on` };
}

/** The value as a parameter group holds it: booleans become `yes` and `no`, numbers plain digits. */
export function renderParameterValue(value: string | number | boolean): string {
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  return String(value);
}

/** What is allowed when `value` is wrong for the parameter ("an integer from 1 to 64"); undefined when it is right. */
export function checkParameterValue(parameter: ParameterRow, value: string | number | boolean): string | undefined {
  const text = renderParameterValue(value);
  switch (parameter.type) {
    case 'integer':
      return typeof value !== 'boolean' && isIntegerIn(text, parameter.range ?? {})
        ? undefined
        : describeRange(parameter.range ?? {});
    case 'boolean':
      return text === 'yes' || text === 'no' ? undefined : 'yes or no';
    case 'enum':
      return parameter.allowed?.includes(text) === true ? undefined : `one of ${(parameter.allowed ?? []).join(', ')}`;
    case 'event-flags':
      return isEventFlags(text) ? undefined : `letters out of ${EVENT_LETTERS}, with K or E among them, or an empty string`;
    case 'command-list':
      return isCommandList(text) ? undefined : 'pairs of a renameable command and its new name, separated by spaces';
    case 'string':
      return typeof value === 'string' ? undefined : 'a string';
  }
}

function isIntegerIn(text: string, range: IntegerRange): boolean {
  if (!/^-?\d+$/.test(text)) {
    return false;
  }
  const number = Number(text);
  if (!Number.isSafeInteger(number)) {
    return false;
  }
  if (range.also?.includes(number) === true) {
    return true;
  }
  return (
    number >= (range.min ?? Number.NEGATIVE_INFINITY) &&
    number <= (range.max ?? Number.POSITIVE_INFINITY) &&
    range.except?.includes(number) !== true
  );
}

function describeRange(range: IntegerRange): string {
  const also = (range.also ?? []).map((number) => `${number} or `).join('');
  const except = range.except === undefined ? '' : ` other than ${range.except.join(' and ')}`;
  return `${also}${describeBounds(range)}${except}`;
}

function describeBounds({ min, max }: IntegerRange): string {
  if (min !== undefined && max !== undefined) {
    return min === max ? `exactly ${min}` : `an integer from ${min} to ${max}`;
  }
  return min === undefined ? 'an integer' : `an integer of at least ${min}`;
}

function isEventFlags(text: string): boolean {
  if (text === '') {
    return true;
  }
  return [...text].every((letter) => EVENT_LETTERS.includes(letter)) && /[KE]/.test(text);
}

function isCommandList(text: string): boolean {
  const words = text.trim() === '' ? [] : text.trim().split(/\s+/);
  return words.length % 2 === 0 && words.every((word, at) => at % 2 === 1 || isRenameable(word));
}

function isRenameable(command: string): boolean {
  return RENAMEABLE_COMMANDS.split(' ').includes(command.toUpperCase());
}

let families: ReadonlyMap<string, ReadonlyMap<string, Parameter>> | undefined;

function byFamily(): ReadonlyMap<string, ReadonlyMap<string, Parameter>> {
  return (families ??= index());
}

function index(): ReadonlyMap<string, ReadonlyMap<string, Parameter>> {
  const found = new Map<string, Map<string, Parameter>>();
  collect(found, ELASTICACHE_PARAMETERS, PAGES.elasticache.parameters);
  collect(found, MEMORYDB_PARAMETERS, PAGES.memorydb.parameters);
  return found;
}

function collect(found: Map<string, Map<string, Parameter>>, rows: readonly ParameterRow[], source: string): void {
  for (const row of rows) {
    const parameter: Parameter = { ...row, source };
    for (const family of row.families) {
      const names = found.get(family) ?? new Map<string, Parameter>();
      names.set(row.name, parameter);
      found.set(family, names);
    }
  }
}
