import { nodeTypeRules } from '../../../lib/core/rules/node-type';
import { describeRules, replicated, sharded } from './support';
import type { Accepted, Refused } from './support';

const refused: Refused[] = [
  [
    'RB110',
    'a typing mistake',
    { ...replicated, nodeType: 'cache.r7g.lrage' },
    ['error: `nodeType` must be a node type of ElastiCache, got "cache.r7g.lrage"; did you mean cache.r7g.large? [RB110]'],
  ],
  [
    'RB110',
    'no prefix',
    { ...replicated, nodeType: 'r7g.large' },
    ['error: `nodeType` must be a node type of ElastiCache, got "r7g.large"; did you mean cache.r7g.large? [RB110]'],
  ],
  [
    'RB110',
    'the prefix of MemoryDB',
    { ...replicated, nodeType: 'db.r7g.large' },
    ['error: `nodeType` must be a node type of ElastiCache, got "db.r7g.large"; did you mean cache.r7g.large? [RB110]'],
  ],
  [
    'RB110',
    'nothing alike',
    { ...replicated, nodeType: 'huge' },
    ['error: `nodeType` must be a node type of ElastiCache, got "huge"; choose one such as cache.r7g.large [RB110]'],
  ],
  [
    'RB111',
    'a family that the region lacks',
    { ...replicated, region: 'eu-south-2', nodeType: 'cache.r6gd.xlarge' },
    ['error: `nodeType` must be offered in eu-south-2, got cache.r6gd.xlarge; choose another family or region [RB111]'],
  ],
  [
    'RB112',
    'an engine too old',
    { ...replicated, engine: 'redis', version: '5.0.6', nodeType: 'cache.m7g.large' },
    ['error: `nodeType` must run redis 5.0.6, got cache.m7g.large, which runs it from 6.2 on; choose an older node family, or a later version [RB112]'],
  ],
  [
    'RB112',
    'an engine that never runs there',
    { ...replicated, engine: 'redis', version: '7.1', nodeType: 'cache.m8g.large' },
    ['error: `nodeType` must run redis, got cache.m8g.large, which runs valkey only; choose another node family or engine [RB112]'],
  ],
  [
    'RB113',
    't2',
    { ...replicated, nodeType: 'cache.t2.medium' },
    ['warning: `nodeType` should be of a current generation, got cache.t2.medium; choose t4g [RB113]'],
  ],
  [
    'RB114',
    't4g in production',
    { ...replicated, nodeType: 'cache.t4g.medium' },
    ['warning: `nodeType` should not be burstable in production, got cache.t4g.medium; choose a family such as m7g or r7g [RB114]'],
  ],
  [
    'RB115',
    'autoscaling on t4g',
    { ...sharded, nodeType: 'cache.t4g.medium', shardScaling: { min: 3, max: 5 }},
    ['error: `nodeType` must be one that autoscaling supports when `shardScaling` is stated, got cache.t4g.medium; choose a size such as cache.r7g.large, or a fixed number [RB115]'],
  ],
  [
    'RB115',
    'replica scaling on a small type',
    { ...sharded, nodeType: 'cache.t4g.medium', replicaScaling: { min: 1, max: 5 }},
    ['error: `nodeType` must be one that autoscaling supports when `replicaScaling` is stated, got cache.t4g.medium; choose a size such as cache.r7g.large, or a fixed number [RB115]'],
  ],
  [
    'RB117',
    'a region that nobody knows',
    { ...replicated, region: 'eu-central-9' },
    ['info: `region` is not known to the catalog, so the node type was not checked against it, got "eu-central-9"; did you mean eu-central-1? [RB117]'],
  ],
];

const accepted: Accepted[] = [
  ['RB110', 'a size of its own', { ...replicated, nodeType: 'cache.c7gn.16xlarge' }],
  ['RB111', 'a family that the region has', { ...replicated, region: 'eu-south-2' }],
  ['RB111', 'no region', { ...replicated, region: undefined }],
  ['RB112', 'the first version of the family', { ...replicated, engine: 'redis', version: '6.2', nodeType: 'cache.m7g.large' }],
  ['RB113', 't3', { ...replicated, nodeType: 'cache.t3.medium' }],
  ['RB114', 't4g in staging', { ...replicated, environment: 'staging', nodeType: 'cache.t4g.medium' }],
  ['RB115', 'autoscaling on r7g.large', { ...sharded, shardScaling: { min: 3, max: 5 } }],
  ['RB115', 't4g without autoscaling', { ...sharded, nodeType: 'cache.t4g.medium' }],
  ['RB117', 'a known region', replicated],
];

describeRules('node-type', nodeTypeRules, refused, accepted);
