/**
 * Commands and subcommands by the engine version that first has them, read from `COMMAND DOCS` of Valkey 9.1.2.
 *
 * What stands under 4.0 existed in 4.0 or before. Every command of Redis 7.0.15 is among them.
 * @see https://valkey.io/commands/
 */
export const COMMANDS_BY_VERSION: Readonly<Record<string, string>> = {
  '4.0':
    'append asking auth bgrewriteaof bgsave bitcount bitfield bitop bitpos blpop brpop brpoplpush client ' +
    'client|getname client|kill client|list client|pause client|reply client|setname cluster cluster|addslots ' +
    'cluster|bumpepoch cluster|count-failure-reports cluster|countkeysinslot cluster|delslots cluster|failover ' +
    'cluster|flushslots cluster|forget cluster|getkeysinslot cluster|info cluster|keyslot cluster|meet ' +
    'cluster|myid cluster|nodes cluster|replicate cluster|reset cluster|saveconfig cluster|set-config-epoch ' +
    'cluster|setslot cluster|slaves cluster|slots command command|count command|getkeys command|info config ' +
    'config|get config|resetstat config|rewrite config|set dbsize debug decr decrby del discard dump echo eval ' +
    'evalsha exec exists expire expireat flushall flushdb geoadd geodist geohash geopos georadius georadius_ro ' +
    'georadiusbymember georadiusbymember_ro get getbit getrange getset hdel hexists hget hgetall hincrby ' +
    'hincrbyfloat hkeys hlen hmget hmset hscan hset hsetnx hstrlen hvals incr incrby incrbyfloat info keys ' +
    'lastsave latency latency|doctor latency|graph latency|help latency|history latency|latest latency|reset ' +
    'lindex linsert llen lpop lpush lpushx lrange lrem lset ltrim memory memory|doctor memory|help ' +
    'memory|malloc-stats memory|purge memory|stats memory|usage mget migrate module module|list module|load ' +
    'module|unload monitor move mset msetnx multi object object|encoding object|freq object|idletime ' +
    'object|refcount persist pexpire pexpireat pfadd pfcount pfdebug pfmerge pfselftest ping psetex psubscribe ' +
    'psync pttl publish pubsub pubsub|channels pubsub|numpat pubsub|numsub punsubscribe quit randomkey readonly ' +
    'readwrite rename renamenx replconf restore restore-asking role rpop rpoplpush rpush rpushx sadd save scan ' +
    'scard script script|debug script|exists script|flush script|kill script|load sdiff sdiffstore select set ' +
    'setbit setex setnx setrange shutdown sinter sinterstore sismember slaveof slowlog slowlog|get slowlog|len ' +
    'slowlog|reset smembers smove sort spop srandmember srem sscan strlen subscribe substr sunion sunionstore ' +
    'swapdb sync time touch ttl type unlink unsubscribe unwatch wait watch zadd zcard zcount zincrby zinterstore ' +
    'zlexcount zrange zrangebylex zrangebyscore zrank zrem zremrangebylex zremrangebyrank zremrangebyscore ' +
    'zrevrange zrevrangebylex zrevrangebyscore zrevrank zscan zscore zunionstore',
  '5.0':
    'bzpopmax bzpopmin client|help client|id client|unblock cluster|help cluster|replicas command|help ' +
    'config|help lolwut module|help replicaof script|help xack xadd xclaim xdel xgroup xgroup|create ' +
    'xgroup|delconsumer xgroup|destroy xgroup|help xgroup|setid xinfo xinfo|consumers xinfo|groups xinfo|help ' +
    'xinfo|stream xlen xpending xrange xread xreadgroup xrevrange xsetid xtrim zpopmax zpopmin',
  '6.0':
    'acl acl|cat acl|deluser acl|genpass acl|getuser acl|help acl|list acl|load acl|log acl|save acl|setuser ' +
    'acl|users acl|whoami bitfield_ro client|caching client|getredir client|tracking hello lpos',
  '6.2':
    'blmove client|info client|trackinginfo client|unpause copy failover geosearch geosearchstore getdel getex ' +
    'hrandfield lmove object|help pubsub|help reset slowlog|help smismember xautoclaim xgroup|createconsumer ' +
    'zdiff zdiffstore zinter zmscore zrandmember zrangestore zunion',
  '7.0':
    'acl|dryrun blmpop bzmpop client|no-evict cluster|addslotsrange cluster|delslotsrange cluster|links ' +
    'cluster|shards command|docs command|getkeysandflags command|list eval_ro evalsha_ro expiretime fcall ' +
    'fcall_ro function function|delete function|dump function|flush function|help function|kill function|list ' +
    'function|load function|restore function|stats latency|histogram lcs lmpop module|loadex pexpiretime ' +
    'pubsub|shardchannels pubsub|shardnumsub sintercard sort_ro spublish ssubscribe sunsubscribe zintercard zmpop',
  '7.2':
    'client|no-touch client|setinfo cluster|myshardid waitaof',
  '8.0':
    'client|capa cluster|slot-stats script|show',
  '8.1':
    'client|import-source commandlog commandlog|get commandlog|help commandlog|len commandlog|reset',
  '9.0':
    'cluster|cancelslotmigrations cluster|flushslot cluster|getslotmigrations cluster|migrateslots ' +
    'cluster|syncslots delifeq hexpire hexpireat hexpiretime hgetex hpersist hpexpire hpexpireat hpexpiretime ' +
    'hpttl hsetex httl',
  '9.1':
    'clusterscan hgetdel msetex',
};
