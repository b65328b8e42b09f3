import { topologyRules } from '../../../lib/core/rules/topology';
import { describeRules, replicated, sharded } from './support';
import type { Accepted, Refused } from './support';

const { shardCount: _count, ...uncounted } = sharded;
const shards = (...named: object[]) => ({ ...uncounted, shards: named });

const refused: Refused[] = [
  [
    'RB170',
    'Multi-AZ with failover off',
    { ...replicated, automaticFailover: false },
    ['error: `automaticFailover` must be true with Multi-AZ, got false; remove it, or state `multiAz: false` [RB170]'],
  ],
  [
    'RB171',
    'Multi-AZ on a single node',
    { ...replicated, replicas: 0, multiAz: true },
    ['error: `multiAz` must be false without replicas, got true with 0; add a replica, or remove `multiAz` [RB171]'],
  ],
  [
    'RB172',
    'failover of a single node',
    { ...replicated, replicas: 0, automaticFailover: true },
    ['error: `automaticFailover` must be false without replicas, got true with 0; add a replica, or remove `automaticFailover` [RB172]'],
  ],
  [
    'RB173',
    'no failover of shards',
    { ...sharded, automaticFailover: false, multiAz: false },
    ['error: `automaticFailover` must be true for a sharded cache, got false; remove it [RB173]'],
  ],
  [
    'RB174',
    'too many replicas',
    { ...replicated, replicas: 6 },
    ['error: `replicas` must be a whole number from 0 to 5, got 6; lower it, or spread reads over more shards [RB174]'],
  ],
  [
    'RB174',
    'fewer than none',
    { ...sharded, replicasPerShard: -1 },
    ['error: `replicasPerShard` must be a whole number from 0 to 5, got -1; correct it [RB174]'],
  ],
  [
    'RB175',
    'count and names',
    { ...sharded, shards: [{ id: '0001' }] },
    ['error: `shardCount` must not be stated beside `shards`, got 3 and 1; keep `shards`, whose length is the count [RB175]'],
  ],
  [
    'RB175',
    'an empty list',
    shards(),
    ['error: `shards` must name at least one shard, got none; add a shard, or state `shardCount` [RB175]'],
  ],
  [
    'RB175',
    'neither',
    uncounted,
    ['error: `shardCount` must be stated for a sharded cache, got nothing; state `shardCount: 3`, or name `shards` [RB175]'],
  ],
  [
    'RB176',
    'too many',
    { ...sharded, shardCount: 501 },
    ['error: `shardCount` must be a whole number from 1 to 500, got 501; correct it [RB176]'],
  ],
  [
    'RB176',
    'none',
    { ...sharded, shardCount: 0 },
    ['error: `shardCount` must be a whole number from 1 to 500, got 0; correct it [RB176]'],
  ],
  [
    'RB176',
    'too many names',
    shards(...Array.from({ length: 501 }, (_, i)=>({ id: String(i+1).padStart(4, '0') }))),
    ['error: `shards` must be at most 500, got 501; use larger nodes and fewer shards [RB176]'],
  ],
  [
    'RB177',
    'a short id',
    shards({ id: '1' }, { id: '0002' }, { id: '0003' }),
    ['error: `shards[0].id` must be four digits, got "1"; did you mean "0001"? [RB177]'],
  ],
  [
    'RB177',
    'a word',
    shards({ id: 'eu' }, { id: '0002' }, { id: '0003' }),
    ['error: `shards[0].id` must be four digits, got "eu"; write an id such as "0001" [RB177]'],
  ],
  [
    'RB178',
    'one id twice',
    shards({ id: '0001' }, { id: '0002' }, { id: '0001' }),
    ['error: `shards[2].id` must be unique, got "0001", which `shards[0]` has already; choose an id that no shard ever had [RB178]'],
  ],
  [
    'RB179',
    'a slot too high',
    shards({ id: '0001', slots: '0-16384' }),
    ['error: `shards[0].slots` must be ranges from 0 to 16383, got "0-16384"; write ranges such as 0-5460 or 0-100,200-300 [RB179]'],
  ],
  [
    'RB179',
    'no slots',
    shards({ id: '0001', slots: 'all' }),
    ['error: `shards[0].slots` must be ranges from 0 to 16383, got "all"; write ranges such as 0-5460 or 0-100,200-300 [RB179]'],
  ],
  [
    'RB179',
    'backwards',
    shards({ id: '0001', slots: '9-1' }),
    ['error: `shards[0].slots` must be ranges from 0 to 16383, got "9-1"; write ranges such as 0-5460 or 0-100,200-300 [RB179]'],
  ],
  [
    'RB180',
    'some with slots',
    shards({ id: '0001', slots: '0-16383' }, { id: '0002' }),
    ['error: `shards[1].slots` must be stated, since another shard states its slots, got nothing; state the slots of all shards or of none [RB180]'],
  ],
  [
    'RB180',
    'an overlap',
    shards({ id: '0001', slots: '0-9000' }, { id: '0002', slots: '8000-16383' }),
    ['error: `shards[1].slots` must not overlap other shards, got 8000-9000, which `shards[0]` has already; give each slot to one shard [RB180]'],
  ],
  [
    'RB180',
    'gaps',
    shards({ id: '0001', slots: '1-8000' }, { id: '0002', slots: '8002-16383' }),
    ['error: `shards` must cover every slot, 0 and 8001 are missing; give the missing slots to a shard [RB180]'],
  ],
  [
    'RB181',
    'a zone too few',
    { ...shards({ id: '0001', replicaZones: ['eu-central-1a'] }), replicasPerShard: 2 },
    ['error: `shards[0].replicaZones` must name 2 zones, one for each replica, got 1; add or remove zones, or remove the list [RB181]'],
  ],
  [
    'RB182',
    'a zone without subnet',
    { ...shards({ id: '0001', primaryZone: 'eu-central-1c', replicaZones: ['eu-central-1a'] }), network: { ...replicated.network, availabilityZones: ['eu-central-1a', 'eu-central-1b'] }},
    ['error: `shards[0].primaryZone` must be a zone of the network (eu-central-1a or eu-central-1b), got eu-central-1c; choose one of these, or add a subnet there [RB182]'],
  ],
  [
    'RB183',
    'one zone for all',
    shards({ id: '0001', primaryZone: 'eu-central-1a', replicaZones: ['eu-central-1a'] }),
    ["error: `shards[0].replicaZones` must name a zone other than the primary's with Multi-AZ, got eu-central-1a alone; place a replica in another zone [RB183]"],
  ],
  [
    'RB184',
    'two shards',
    { ...sharded, shardCount: 2 },
    ['info: `shardCount` should be at least 3, got 2 shards; use three smaller shards [RB184]'],
  ],
  [
    'RB184',
    'one named shard',
    shards({ id: '0001' }),
    ['info: `shards` should be at least 3, got 1 shard; use three shards, or `kind: replicated`, which serves clients without cluster support too [RB184]'],
  ],
];

const accepted: Accepted[] = [
  ['RB170', 'failover off in one zone', { ...replicated, automaticFailover: false, multiAz: false }],
  ['RB171', 'a single node', { ...replicated, replicas: 0 }],
  ['RB172', 'a single node', { ...replicated, replicas: 0 }],
  ['RB172', 'shards without replicas, where the service wants failover', { ...sharded, replicasPerShard: 0 }],
  ['RB173', 'a sharded cache as it comes', sharded],
  ['RB174', 'five', { ...replicated, replicas: 5 }],
  ['RB175', 'names alone', shards({ id: '0001' }, { id: '0002' }, { id: '0003' })],
  ['RB175', 'scaling alone, which begins at its minimum', { ...uncounted, shardScaling: { min: 3, max: 5 } }],
  ['RB176', 'five hundred', { ...sharded, shardCount: 500 }],
  ['RB177', 'four digits in any order', shards({ id: '0003' }, { id: '0001' }, { id: '0009' })],
  ['RB178', 'three ids', shards({ id: '0003' }, { id: '0001' }, { id: '0009' })],
  ['RB179', 'several ranges and a single slot', shards({ id: '0001', slots: '0-8000, 8002-16383' }, { id: '0002', slots: '8001' })],
  ['RB180', 'several ranges and a single slot', shards({ id: '0001', slots: '0-8000, 8002-16383' }, { id: '0002', slots: '8001' })],
  ['RB181', 'a zone for each', { ...shards({ id: '0001', replicaZones: ['eu-central-1a', 'eu-central-1b'] }), replicasPerShard: 2 }],
  ['RB182', 'zones of the network', { ...shards({ id: '0001', primaryZone: 'eu-central-1a' }), network: { ...replicated.network, availabilityZones: ['eu-central-1a', 'eu-central-1b'] } }],
  ['RB182', 'zones where the network does not say its own', shards({ id: '0001', primaryZone: 'eu-central-1a' })],
  ['RB183', 'two zones', shards({ id: '0001', primaryZone: 'eu-central-1a', replicaZones: ['eu-central-1b'] })],
  ['RB183', 'one zone on purpose', { ...shards({ id: '0001', primaryZone: 'eu-central-1a', replicaZones: ['eu-central-1a'] }), multiAz: false }],
  ['RB184', 'three shards', sharded],
];

describeRules('topology', topologyRules, refused, accepted);
