/** Commands that share their ACL categories. */
export interface CommandGroup {
  readonly categories: string;
  /**
   * `name@since`, separated by spaces; a subcommand is `container|sub`. Where the engines differ, the
   * version stands after `r` (Redis) or `v` (Valkey); a missing engine has no such command.
   */
  readonly commands: string;
}

/** The command tables Redis 8.0.6 and Valkey 9.1.2 report through COMMAND and COMMAND DOCS. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    categories: '',
    commands:
      'vadd@r8.0 vcard@r8.0 vdim@r8.0 vemb@r8.0 vgetattr@r8.0 vinfo@r8.0 vismember@r8.0 vlinks@r8.0 ' +
      'vrandmember@r8.0 vrem@r8.0 vsetattr@r8.0 vsim@r8.0',
  },
  {
    categories: 'keyspace read fast',
    commands: 'dbsize@1.0 exists@1.0 expiretime@7.0 pexpiretime@7.0 pttl@2.6 touch@3.2.1 ttl@1.0 type@1.0',
  },
  {
    categories: 'keyspace read slow',
    commands:
      'clusterscan@v9.1 dump@2.6 object|encoding@2.2.3 object|freq@4.0 object|idletime@2.2.3 ' +
      'object|refcount@2.2.3 randomkey@1.0 scan@2.8',
  },
  {
    categories: 'keyspace read slow dangerous',
    commands: 'keys@1.0',
  },
  {
    categories: 'keyspace write admin slow dangerous',
    commands: 'cluster|flushslot@v9.0',
  },
  {
    categories: 'keyspace write fast',
    commands: 'expire@1.0 expireat@1.2 move@1.0 persist@2.2 pexpire@2.6 pexpireat@2.6 renamenx@1.0 unlink@4.0',
  },
  {
    categories: 'keyspace write fast dangerous',
    commands: 'swapdb@4.0',
  },
  {
    categories: 'keyspace write slow',
    commands: 'copy@6.2 del@1.0 rename@1.0',
  },
  {
    categories: 'keyspace write slow dangerous',
    commands: 'flushall@1.0 flushdb@1.0 migrate@2.6 restore-asking@3.0 restore@2.6',
  },
  {
    categories: 'keyspace slow',
    commands: 'object|help@6.2',
  },
  {
    categories: 'read set sortedset list slow dangerous',
    commands: 'sort_ro@7.0',
  },
  {
    categories: 'read set fast',
    commands: 'scard@1.0 sismember@1.0 smismember@6.2',
  },
  {
    categories: 'read set slow',
    commands: 'sdiff@1.0 sinter@1.0 sintercard@7.0 smembers@1.0 srandmember@1.0 sscan@2.8 sunion@1.0',
  },
  {
    categories: 'read sortedset fast',
    commands: 'zcard@1.2 zcount@2.0 zlexcount@2.8.9 zmscore@6.2 zrank@2.0 zrevrank@2.0 zscore@1.2',
  },
  {
    categories: 'read sortedset slow',
    commands:
      'zdiff@6.2 zinter@6.2 zintercard@7.0 zrandmember@6.2 zrange@1.2 zrangebylex@2.8.9 ' +
      'zrangebyscore@1.0.5 zrevrange@1.2 zrevrangebylex@2.8.9 zrevrangebyscore@2.2 zscan@2.8 zunion@6.2',
  },
  {
    categories: 'read list fast',
    commands: 'llen@1.0',
  },
  {
    categories: 'read list slow',
    commands: 'lindex@1.0 lpos@6.0.6 lrange@1.0',
  },
  {
    categories: 'read hash fast',
    commands:
      'hexists@2.0 hexpiretime@r7.4/v9.0 hget@2.0 hlen@2.0 hmget@2.0 hpexpiretime@r7.4/v9.0 ' +
      'hpttl@r7.4/v9.0 hstrlen@3.2 httl@r7.4/v9.0',
  },
  {
    categories: 'read hash slow',
    commands: 'hgetall@2.0 hkeys@2.0 hrandfield@6.2 hscan@2.8 hvals@2.0',
  },
  {
    categories: 'read string fast',
    commands: 'get@1.0 mget@1.0 strlen@2.2',
  },
  {
    categories: 'read string slow',
    commands: 'getrange@2.4 lcs@7.0 substr@1.0',
  },
  {
    categories: 'read bitmap fast',
    commands: 'bitfield_ro@6.0 getbit@2.2',
  },
  {
    categories: 'read bitmap slow',
    commands: 'bitcount@2.6 bitpos@2.8.7',
  },
  {
    categories: 'read hyperloglog slow',
    commands: 'pfcount@2.8.9',
  },
  {
    categories: 'read geo slow',
    commands: 'geodist@3.2 geohash@3.2 geopos@3.2 georadius_ro@3.2.10 georadiusbymember_ro@3.2.10 geosearch@6.2',
  },
  {
    categories: 'read stream fast',
    commands: 'xlen@5.0',
  },
  {
    categories: 'read stream slow',
    commands: 'xinfo|consumers@5.0 xinfo|groups@5.0 xinfo|stream@5.0 xpending@5.0 xrange@5.0 xrevrange@5.0',
  },
  {
    categories: 'read stream slow blocking',
    commands: 'xread@5.0',
  },
  {
    categories: 'read fast',
    commands: 'lolwut@5.0',
  },
  {
    categories: 'read slow',
    commands: 'memory|usage@4.0',
  },
  {
    categories: 'write set sortedset list slow dangerous',
    commands: 'sort@1.0',
  },
  {
    categories: 'write set fast',
    commands: 'sadd@1.0 smove@1.0 spop@1.0 srem@1.0',
  },
  {
    categories: 'write set slow',
    commands: 'sdiffstore@1.0 sinterstore@1.0 sunionstore@1.0',
  },
  {
    categories: 'write sortedset fast',
    commands: 'zadd@1.2 zincrby@1.2 zpopmax@5.0 zpopmin@5.0 zrem@1.2',
  },
  {
    categories: 'write sortedset fast blocking',
    commands: 'bzpopmax@5.0 bzpopmin@5.0',
  },
  {
    categories: 'write sortedset slow',
    commands:
      'zdiffstore@6.2 zinterstore@2.0 zmpop@7.0 zrangestore@6.2 zremrangebylex@2.8.9 zremrangebyrank@2.0 ' +
      'zremrangebyscore@1.2 zunionstore@2.0',
  },
  {
    categories: 'write sortedset slow blocking',
    commands: 'bzmpop@7.0',
  },
  {
    categories: 'write list fast',
    commands: 'lpop@1.0 lpush@1.0 lpushx@2.2 rpop@1.0 rpush@1.0 rpushx@2.2',
  },
  {
    categories: 'write list slow',
    commands: 'linsert@2.2 lmove@6.2 lmpop@7.0 lrem@1.0 lset@1.0 ltrim@1.0 rpoplpush@1.2',
  },
  {
    categories: 'write list slow blocking',
    commands: 'blmove@6.2 blmpop@7.0 blpop@2.0 brpop@2.0 brpoplpush@2.2',
  },
  {
    categories: 'write hash fast',
    commands:
      'hdel@2.0 hexpire@r7.4/v9.0 hexpireat@r7.4/v9.0 hgetdel@r8.0/v9.1 hgetex@r8.0/v9.0 hincrby@2.0 ' +
      'hincrbyfloat@2.6 hmset@2.0 hpersist@r7.4/v9.0 hpexpire@r7.4/v9.0 hpexpireat@r7.4/v9.0 hset@2.0 ' +
      'hsetex@r8.0/v9.0 hsetnx@2.0',
  },
  {
    categories: 'write string fast',
    commands:
      'append@2.0 decr@1.0 decrby@1.0 delifeq@v9.0 getdel@6.2 getex@6.2 getset@1.0 incr@1.0 incrby@1.0 ' +
      'incrbyfloat@2.6 setnx@1.0',
  },
  {
    categories: 'write string slow',
    commands: 'mset@1.0.1 msetex@v9.1 msetnx@1.0.1 psetex@2.6 set@1.0 setex@2.0 setrange@2.2',
  },
  {
    categories: 'write bitmap slow',
    commands: 'bitfield@3.2 bitop@2.6 setbit@2.2',
  },
  {
    categories: 'write hyperloglog admin slow dangerous',
    commands: 'pfdebug@2.8.9',
  },
  {
    categories: 'write hyperloglog fast',
    commands: 'pfadd@2.8.9',
  },
  {
    categories: 'write hyperloglog slow',
    commands: 'pfmerge@2.8.9',
  },
  {
    categories: 'write geo slow',
    commands: 'geoadd@3.2 georadius@3.2 georadiusbymember@3.2 geosearchstore@6.2',
  },
  {
    categories: 'write stream fast',
    commands: 'xack@5.0 xadd@5.0 xautoclaim@6.2 xclaim@5.0 xdel@5.0 xsetid@5.0',
  },
  {
    categories: 'write stream slow',
    commands:
      'xgroup|create@5.0 xgroup|createconsumer@6.2 xgroup|delconsumer@5.0 xgroup|destroy@5.0 ' +
      'xgroup|setid@5.0 xtrim@5.0',
  },
  {
    categories: 'write stream slow blocking',
    commands: 'xreadgroup@5.0',
  },
  {
    categories: 'write slow scripting',
    commands: 'function|delete@7.0 function|flush@7.0 function|load@7.0 function|restore@7.0',
  },
  {
    categories: 'hyperloglog admin slow dangerous',
    commands: 'pfselftest@2.8.9',
  },
  {
    categories: 'stream slow',
    commands: 'xgroup|help@5.0 xinfo|help@5.0',
  },
  {
    categories: 'pubsub fast',
    commands: 'publish@2.0 spublish@7.0',
  },
  {
    categories: 'pubsub slow',
    commands:
      'psubscribe@2.0 pubsub|channels@2.8 pubsub|numpat@2.8 pubsub|numsub@2.8 pubsub|shardchannels@7.0 ' +
      'pubsub|shardnumsub@7.0 punsubscribe@2.0 ssubscribe@7.0 subscribe@2.0 sunsubscribe@7.0 ' +
      'unsubscribe@2.0',
  },
  {
    categories: 'admin fast dangerous',
    commands: 'lastsave@1.0 role@2.8.12',
  },
  {
    categories: 'admin slow dangerous',
    commands:
      'acl|deluser@6.0 acl|dryrun@7.0 acl|getuser@6.0 acl|list@6.0 acl|load@6.0 acl|log@6.0 acl|save@6.0 ' +
      'acl|setuser@6.0 acl|users@6.0 bgrewriteaof@1.0 bgsave@1.0 cluster|addslots@3.0 ' +
      'cluster|addslotsrange@7.0 cluster|bumpepoch@3.0 cluster|cancelslotmigrations@v9.0 ' +
      'cluster|count-failure-reports@3.0 cluster|delslots@3.0 cluster|delslotsrange@7.0 ' +
      'cluster|failover@3.0 cluster|flushslots@3.0 cluster|forget@3.0 cluster|getslotmigrations@v9.0 ' +
      'cluster|meet@3.0 cluster|migrateslots@v9.0 cluster|replicas@5.0 cluster|replicate@3.0 ' +
      'cluster|reset@3.0 cluster|saveconfig@3.0 cluster|set-config-epoch@3.0 cluster|setslot@3.0 ' +
      'cluster|slaves@3.0 cluster|syncslots@v9.0 commandlog|get@v8.1 commandlog|len@v8.1 ' +
      'commandlog|reset@v8.1 config|get@2.0 config|resetstat@2.0 config|rewrite@2.8 config|set@2.0 ' +
      'debug@1.0 failover@6.2 latency|doctor@2.8.13 latency|graph@2.8.13 latency|histogram@7.0 ' +
      'latency|history@2.8.13 latency|latest@2.8.13 latency|reset@2.8.13 module|list@4.0 module|load@4.0 ' +
      'module|loadex@7.0 module|unload@4.0 monitor@1.0 psync@2.8 replconf@3.0 replicaof@5.0 save@1.0 ' +
      'shutdown@1.0 slaveof@1.0 slowlog|get@2.2.12 slowlog|len@2.2.12 slowlog|reset@2.2.12 sync@1.0',
  },
  {
    categories: 'admin slow dangerous connection',
    commands:
      'client|kill@2.4 client|list@2.4 client|no-evict@7.0 client|pause@3.0 client|unblock@5.0 ' +
      'client|unpause@6.2',
  },
  {
    categories: 'fast',
    commands: 'time@2.6',
  },
  {
    categories: 'fast connection',
    commands:
      'asking@3.0 auth@1.0 echo@1.0 hello@6.0 ping@1.0 quit@1.0 readonly@3.0 readwrite@3.0 reset@6.2 ' +
      'select@1.0',
  },
  {
    categories: 'fast transaction',
    commands: 'discard@2.0 multi@1.2 unwatch@2.2 watch@2.2',
  },
  {
    categories: 'slow',
    commands:
      'acl@6.0 acl|cat@6.0 acl|genpass@6.0 acl|help@6.0 acl|whoami@6.0 client@2.4 cluster@3.0 ' +
      'cluster|countkeysinslot@3.0 cluster|getkeysinslot@3.0 cluster|help@5.0 cluster|info@3.0 ' +
      'cluster|keyslot@3.0 cluster|links@7.0 cluster|myid@3.0 cluster|myshardid@7.2 cluster|nodes@3.0 ' +
      'cluster|shards@7.0 cluster|slot-stats@v8.0 cluster|slots@3.0 commandlog@v8.1 commandlog|help@v8.1 ' +
      'config@2.0 config|help@5.0 function@7.0 latency@2.8.13 latency|help@2.8.13 memory@4.0 ' +
      'memory|doctor@4.0 memory|help@4.0 memory|malloc-stats@4.0 memory|purge@4.0 memory|stats@4.0 ' +
      'module@4.0 module|help@5.0 object@2.2.3 pubsub@2.8 pubsub|help@6.2 script@2.6 slowlog@2.2.12 ' +
      'slowlog|help@6.2 xgroup@5.0 xinfo@5.0',
  },
  {
    categories: 'slow blocking connection',
    commands: 'wait@3.0 waitaof@7.2',
  },
  {
    categories: 'slow dangerous',
    commands: 'info@1.0',
  },
  {
    categories: 'slow connection',
    commands:
      'client|caching@6.0 client|capa@v8.0 client|getname@2.6.9 client|getredir@6.0 client|help@5.0 ' +
      'client|id@5.0 client|import-source@v8.1 client|info@6.2 client|no-touch@7.2 client|reply@3.2 ' +
      'client|setinfo@7.2 client|setname@2.6.9 client|tracking@6.0 client|trackinginfo@6.2 command@2.8.13 ' +
      'command|count@2.8.13 command|docs@7.0 command|getkeys@2.8.13 command|getkeysandflags@7.0 ' +
      'command|help@5.0 command|info@2.8.13 command|list@7.0',
  },
  {
    categories: 'slow transaction',
    commands: 'exec@1.2',
  },
  {
    categories: 'slow scripting',
    commands:
      'eval@2.6 eval_ro@7.0 evalsha@2.6 evalsha_ro@7.0 fcall@7.0 fcall_ro@7.0 function|dump@7.0 ' +
      'function|help@7.0 function|kill@7.0 function|list@7.0 function|stats@7.0 script|debug@3.2 ' +
      'script|exists@2.6 script|flush@2.6 script|help@5.0 script|kill@2.6 script|load@2.6 ' +
      'script|show@v8.0',
  },
];
