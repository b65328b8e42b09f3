import { parametersRules } from '../../../lib/core/rules/parameters';
import { validate } from '../../../lib/core/validate';
import { replicated, said, sharded } from './support';

const withP = (parameters: object, base: object = {}) => ({ ...replicated, ...base, parameters });

const refused: [code: string, what: string, blueprint: object, findings: string[]][] = [
  [
    'RB120',
    'a typing mistake',
    withP({ 'maxmemory-polcy':'noeviction' }),
    ['error: `parameters.maxmemory-polcy` must be a parameter of the family valkey8, which has none of this name; did you mean `maxmemory-policy`? [RB120]'],
  ],
  [
    'RB120',
    'one of another family',
    withP({ 'lazyfree-lazy-eviction':true }),
    ['error: `parameters.lazyfree-lazy-eviction` must be a parameter of the family valkey8, which has none of this name; remove it, only redis4.0, redis5.0, redis6.x, redis7 and valkey7 have it [RB120]'],
  ],
  [
    'RB120',
    'one of newer families',
    withP({ 'commandlog-request-larger-than':5 }, { engine: 'redis', version: '7.1' }),
    ['error: `parameters.commandlog-request-larger-than` must be a parameter of the family redis7, which has none of this name; remove it, only valkey8 and valkey9 have it [RB120]'],
  ],
  [
    'RB120',
    'one that the service took away',
    withP({ appendonly: 'yes' }),
    ['error: `parameters.appendonly` must be a parameter of the family valkey8, which has none of this name; remove it: append-only files ended with Redis OSS 2.8.22 [RB120]'],
  ],
  [
    'RB120',
    'nothing alike',
    withP({ frobnicate: 1 }),
    ['error: `parameters.frobnicate` must be a parameter of the family valkey8, which has none of this name; remove it [RB120]'],
  ],
  [
    'RB121',
    'a fixed one',
    withP({ maxclients: 100 }),
    ['error: `parameters.maxclients` must not be stated, since valkey8 fixes it at 65000; remove it [RB121]'],
  ],
  [
    'RB121',
    'one that the node gives',
    withP({ maxmemory: 100 }),
    ['error: `parameters.maxmemory` must not be stated, since valkey8 fixes it; remove it [RB121]'],
  ],
  [
    'RB122',
    'an unknown policy',
    withP({ 'maxmemory-policy':'lru' }),
    ['error: `parameters.maxmemory-policy` must be one of volatile-lru, allkeys-lru, volatile-lfu, allkeys-lfu, volatile-random, allkeys-random, volatile-ttl, noeviction, got "lru"; correct the value [RB122]'],
  ],
  [
    'RB122',
    'out of range',
    withP({ 'maxmemory-samples':65 }),
    ['error: `parameters.maxmemory-samples` must be an integer from 1 to 64, got 65; correct the value [RB122]'],
  ],
  [
    'RB122',
    'a boolean for a number',
    withP({ timeout: true }),
    ['error: `parameters.timeout` must be 0 or an integer of at least 20, got true; correct the value [RB122]'],
  ],
  [
    'RB122',
    'a number below the range',
    withP({ timeout: 5 }),
    ['error: `parameters.timeout` must be 0 or an integer of at least 20, got 5; correct the value [RB122]'],
  ],
  [
    'RB122',
    'events without K and E',
    withP({ 'notify-keyspace-events':'x' }),
    ['error: `parameters.notify-keyspace-events` must be letters out of KEg$lshzxeA, with K or E among them, or an empty string, got "x"; correct the value [RB122]'],
  ],
  [
    'RB123',
    'one of a later version',
    withP({ 'commandlog-request-larger-than':5 }, { version: '8.0' }),
    ['error: `parameters.commandlog-request-larger-than` needs valkey 8.1, got 8.0; remove it, or use a later version [RB123]'],
  ],
  [
    'RB124',
    'one that is fixed later',
    withP({ databases: 4 }),
    ['info: `parameters.databases` is fixed once the cache exists; decide it now [RB124]'],
  ],
  [
    'RB125',
    'parameters and a group',
    { ...withP({ timeout: 20, 'tcp-keepalive':30 }), parameterGroup: { name: 'g', family: 'valkey8' }},
    ['error: `parameters` must not be stated beside `parameterGroup`, got 2 parameters; set them in that group, or remove `parameterGroup` [RB125]'],
  ],
  [
    'RB126',
    'a group of another family',
    { ...replicated, parameterGroup: { name: 'g', family: 'redis7' }},
    ['error: `parameterGroup.family` must be valkey8 for valkey 8.1, got "redis7"; name a group of the family valkey8, or let one be made [RB126]'],
  ],
  [
    'RB126',
    'a mistyped family',
    { ...replicated, parameterGroup: { name: 'g', family: 'valky8' }},
    ['error: `parameterGroup.family` must be valkey8 for valkey 8.1, got "valky8"; did you mean valkey8? [RB126]'],
  ],
  [
    'RB127',
    'a queue that evicts',
    withP({ 'maxmemory-policy':'allkeys-lru' }, { workload: 'queue' }),
    ['warning: `parameters.maxmemory-policy` should be noeviction for the workload queue, got allkeys-lru, with which jobs vanish without a trace when memory is full; remove it, or set noeviction [RB127]'],
  ],
  [
    'RB127',
    'a store that evicts',
    withP({ 'maxmemory-policy':'volatile-lru' }, { workload: 'primary-store' }),
    ['warning: `parameters.maxmemory-policy` should be noeviction for the workload primary-store, got volatile-lru, with which data vanishes for good when memory is full; remove it, or set noeviction [RB127]'],
  ],
  [
    'RB127',
    'a board that evicts',
    withP({ 'maxmemory-policy':'volatile-ttl' }, { workload: 'leaderboard' }),
    ['warning: `parameters.maxmemory-policy` should be noeviction for the workload leaderboard, got volatile-ttl, with which a whole board vanishes when memory is full; remove it, or set noeviction [RB127]'],
  ],
  [
    'RB128',
    'a cache that cannot evict',
    withP({ 'maxmemory-policy':'noeviction' }),
    ['warning: `parameters.maxmemory-policy` should evict for the workload cache, got noeviction, with which writes fail when memory is full; remove it to get allkeys-lfu, or choose another workload [RB128]'],
  ],
  [
    'RB129',
    'a policy that needs expiries',
    withP({ 'maxmemory-policy':'volatile-lfu' }),
    ['info: `parameters.maxmemory-policy` evicts only keys with an expiry, got volatile-lfu; give every key an expiry, or use an allkeys policy [RB129]'],
  ],
  [
    'RB130',
    'a policy that data tiering lacks',
    withP({ 'maxmemory-policy':'allkeys-lfu' }, { nodeType: 'cache.r6gd.xlarge' }),
    ['error: `parameters.maxmemory-policy` must be noeviction, allkeys-lru or volatile-lru on cache.r6gd.xlarge, got allkeys-lfu; choose one of these, or nodes without data tiering [RB130]'],
  ],
  [
    'RB131',
    'cluster mode in a replicated cache',
    withP({ 'cluster-enabled':'yes' }),
    ['error: `parameters.cluster-enabled` must be no for a replicated cache, got yes; remove it, or use `kind: sharded` [RB131]'],
  ],
  [
    'RB131',
    'no cluster mode in a sharded cache',
    withP({ 'cluster-enabled':false }, sharded),
    ['error: `parameters.cluster-enabled` must be yes for a sharded cache, got no; remove it, or use `kind: replicated` [RB131]'],
  ],
  [
    'RB132',
    'more than there are',
    withP({ 'min-replicas-to-write':2 }),
    ['error: `parameters.min-replicas-to-write` must not be above the 1 replica of a shard, got 2; lower it, or add replicas [RB132]'],
  ],
  [
    'RB132',
    'as many as there are',
    withP({ 'min-replicas-to-write':1 }),
    ['warning: `parameters.min-replicas-to-write` should be below the 1 replica of a shard, got 1: losing one stops writes; lower it, or add a replica [RB132]'],
  ],
  [
    'RB133',
    'databases before 9',
    withP({ databases: 4 }, sharded),
    ['warning: `parameters.databases` has no effect with cluster mode, got 4; keep data apart by key prefixes, or use valkey 9.0 [RB133]'],
  ],
  [
    'RB133',
    'databases on 9',
    withP({ databases: 4 }, { ...sharded, version: '9.0' }),
    ['warning: `parameters.databases` has no effect with cluster mode, got 4; set `cluster-databases` instead [RB133]'],
  ],
  [
    'RB134',
    'both reserves',
    withP({ 'reserved-memory':1000, 'reserved-memory-percent':25 }),
    ['error: `parameters.reserved-memory` must not be stated beside `reserved-memory-percent`; keep `reserved-memory-percent` [RB134]'],
  ],
  [
    'RB135',
    'a small reserve',
    withP({ 'reserved-memory-percent':10 }),
    ['info: `parameters.reserved-memory-percent` should be at least 25 on cache.r7g.large, got 10; set it to 25 [RB135]'],
  ],
  [
    'RB135',
    'a micro node',
    { ...replicated, nodeType: 'cache.t4g.micro' },
    ['info: `parameters.reserved-memory-percent` should be at least 50 on cache.t4g.micro, got 25; set it to 50 [RB135]'],
  ],
  [
    'RB135',
    'a small node',
    { ...replicated, nodeType: 'cache.t4g.small' },
    ['info: `parameters.reserved-memory-percent` should be at least 30 on cache.t4g.small, got 25; set it to 30 [RB135]'],
  ],
  [
    'RB136',
    'every event',
    withP({ 'notify-keyspace-events':'KEA' }),
    ['info: `parameters.notify-keyspace-events` publishes an event for every change of every key, got "KEA"; name only the classes that are listened to, such as Ex for expiry [RB136]'],
  ],
];

const accepted: [code: string, what: string, blueprint: object][] = [
  ['RB120', 'one of the family', withP({ 'lfu-decay-time': 2 })],
  ['RB120', 'what an older family has', withP({ 'lazyfree-lazy-eviction': true }, { version: '7.2' })],
  ['RB121', 'one that may change', withP({ timeout: 0 })],
  ['RB122', 'a number as text', withP({ timeout: '300' })],
  ['RB122', 'a value beside the range', withP({ timeout: 0 })],
  ['RB122', 'events of expiry', withP({ 'notify-keyspace-events': 'Ex' })],
  ['RB123', 'one of this version', withP({ 'commandlog-request-larger-than': 5 }, { version: '8.1' })],
  ['RB124', 'one that can change later', withP({ timeout: 300 })],
  ['RB125', 'a group alone', { ...replicated, parameterGroup: { name: 'g', family: 'valkey8' } }],
  ['RB126', 'a group of the family', { ...replicated, parameterGroup: { name: 'g', family: 'valkey8' } }],
  ['RB127', 'a queue that refuses', { ...replicated, workload: 'queue' }],
  ['RB127', 'a cache that evicts', withP({ 'maxmemory-policy': 'allkeys-lru' })],
  ['RB128', 'a queue that refuses', { ...replicated, workload: 'queue' }],
  ['RB128', 'an existing group, whose values nobody knows', { ...replicated, parameterGroup: { name: 'g', family: 'valkey8' } }],
  ['RB129', 'the policy of the session preset', { ...replicated, workload: 'session' }],
  ['RB130', 'the preset on data tiering', { ...replicated, nodeType: 'cache.r6gd.xlarge' }],
  ['RB131', 'what the kind says anyway', withP({ 'cluster-enabled': true }, sharded)],
  ['RB132', 'one of two', withP({ 'min-replicas-to-write': 1 }, { replicas: 2 })],
  ['RB132', 'none', withP({ 'min-replicas-to-write': 0 })],
  ['RB133', 'databases of a replicated cache', withP({ databases: 32 })],
  ['RB134', 'one reserve', withP({ 'reserved-memory-percent': 30 })],
  ['RB135', 'half of a micro node', withP({ 'reserved-memory-percent': 50 }, { nodeType: 'cache.t4g.micro' })],
  ['RB136', 'events of expiry', withP({ 'notify-keyspace-events': 'Ex' })],
];

describe('parameters rules', () => {
  test.each(refused)('%s refuses %s', (code, _, blueprint, findings) => {
    expect(said(code, blueprint)).toEqual(findings);
  });

  test.each(accepted)('%s accepts %s', (code, _, blueprint) => {
    const codes = validate(blueprint).map((finding) => finding.code);
    expect(codes).not.toContain(code);
    // A blueprint of the wrong shape would be accepted by every rule, since none runs.
    expect(codes.filter((found) => found.startsWith('RB0'))).toEqual([]);
  });

  it('have an example for each side', () => {
    const codes = parametersRules.map(({ code }) => code);
    expect(codes.filter((code) => !refused.some(([of]) => of === code))).toEqual([]);
    expect(codes.filter((code) => !accepted.some(([of]) => of === code))).toEqual([]);
  });
});
