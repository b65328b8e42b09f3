import { engineRules } from '../../../lib/core/rules/engine';
import { describeRules, replicated, sharded } from './support';
import type { Accepted, Refused } from './support';

const app = { name: 'app', can: ['read'], keys: ['a:*'] };

const refused: Refused[] = [
  [
    'RB100',
    'unknown version',
    { ...replicated, version: '8.11' },
    ['error: `version` must be a version of valkey on ElastiCache (7.2, 8.0, 8.1, 8.2, 9.0 or 9.1), got "8.11"; did you mean 8.1? [RB100]'],
  ],
  [
    'RB100',
    'a version of the other engine',
    { ...replicated, version: '7.0' },
    ['error: `version` must be a version of valkey on ElastiCache (7.2, 8.0, 8.1, 8.2, 9.0 or 9.1), got "7.0"; choose a version of valkey, or state `engine: redis` [RB100]'],
  ],
  [
    'RB100',
    'a patch version',
    { ...replicated, engine: 'redis', version: '7.1.0' },
    ['error: `version` must be a version of redis on ElastiCache (4.0.10, 5.0.6, 6.0, 6.2, 7.0 or 7.1), got "7.1.0"; did you mean 7.1? [RB100]'],
  ],
  [
    'RB100',
    'a major version',
    { ...replicated, version: '8' },
    ['error: `version` must be a version of valkey on ElastiCache (7.2, 8.0, 8.1, 8.2, 9.0 or 9.1), got "8"; did you mean 8.2? [RB100]'],
  ],
  [
    'RB100',
    'nothing alike',
    { ...replicated, version: 'newest' },
    ['error: `version` must be a version of valkey on ElastiCache (7.2, 8.0, 8.1, 8.2, 9.0 or 9.1), got "newest"; choose one of these [RB100]'],
  ],
  [
    'RB101',
    'a version that ends',
    { ...replicated, engine: 'redis', version: '6.2' },
    ['warning: `version` should be a version without an end of support, got redis 6.2, whose standard support ends on 2027-01-31 and paid Extended Support on 2030-01-31; plan the upgrade to valkey, or to redis 7.1 [RB101]'],
  ],
  [
    'RB102',
    'users before access control lists',
    { ...replicated, engine: 'redis', version: '5.0.6' },
    ['error: `access.users` needs access control lists, which redis has from 6.0 on, got 5.0.6; use a later version, or `access.authTokenSecretArn` [RB102]'],
  ],
  [
    'RB102',
    'a user group before access control lists',
    { ...replicated, engine: 'redis', version: '5.0.6', access: { userGroup: { id: 'g', engine: 'redis' }} },
    ['error: `access.userGroup` needs access control lists, which redis has from 6.0 on, got 5.0.6; use a later version, or `access.authTokenSecretArn` [RB102]'],
  ],
  [
    'RB103',
    'IAM before it existed',
    { ...replicated, engine: 'redis', version: '6.2', access: { users: [{ ...app, authentication: 'iam' }] }},
    ['error: `access.users[0].authentication` needs IAM authentication, which redis has from 7.0 on, got 6.2; use a later version, or `authentication: password` [RB103]'],
  ],
  [
    'RB104',
    'a TLS migration that cannot be',
    { ...replicated, engine: 'redis', version: '6.2', encryption: { tls: 'preferred' }},
    ['error: `encryption.tls` needs TLS that can be changed, which redis has from 7.0 on, got 6.2; use `required` or `off`, or a later version [RB104]'],
  ],
  [
    'RB106',
    'logs before delivery',
    { ...replicated, engine: 'redis', version: '5.0.6' },
    [
      'error: `logs.engineLog` needs delivery of the engine log, which redis has from 6.2 on, got 5.0.6; state `logs.engineLog: false`, or use a later version [RB106]',
      'error: `logs.slowLog` needs delivery of the slow log, which redis has from 6.0 on, got 5.0.6; state `logs.slowLog: false`, or use a later version [RB106]',
    ],
  ],
  [
    'RB106',
    'engine log before delivery',
    { ...replicated, engine: 'redis', version: '6.0' },
    ['error: `logs.engineLog` needs delivery of the engine log, which redis has from 6.2 on, got 6.0; state `logs.engineLog: false`, or use a later version [RB106]'],
  ],
  [
    'RB107',
    'autoscaling before it existed',
    { ...sharded, engine: 'redis', version: '5.0.6', shardScaling: { min: 2, max: 5 }, replicaScaling: { min: 1, max: 2 }},
    [
      'error: `replicaScaling` needs autoscaling, which redis has from 6.0 on, got 5.0.6; use a later version, or a fixed number [RB107]',
      'error: `shardScaling` needs autoscaling, which redis has from 6.0 on, got 5.0.6; use a later version, or a fixed number [RB107]',
    ],
  ],
];

const accepted: Accepted[] = [
  ['RB100', 'the newest Valkey', { ...replicated, version: '9.1' }],
  ['RB100', 'the alias of Redis 6', { ...replicated, engine: 'redis', version: '6.x' }],
  ['RB101', 'Redis 7', { ...replicated, engine: 'redis', version: '7.1' }],
  ['RB102', 'users on Redis 6.0', { ...replicated, engine: 'redis', version: '6.0' }],
  ['RB103', 'IAM on Redis 7.0', { ...replicated, engine: 'redis', version: '7.0', access: { users: [{ ...app, authentication: 'iam' }] } }],
  ['RB104', 'a TLS migration on Redis 7.0', { ...replicated, engine: 'redis', version: '7.0', encryption: { tls: 'preferred' } }],
  ['RB106', 'the slow log alone on Redis 6.0', { ...replicated, engine: 'redis', version: '6.0', logs: { engineLog: false } }],
  ['RB107', 'autoscaling on Redis 6.0', { ...sharded, engine: 'redis', version: '6.0', shardScaling: { min: 3, max: 5 } }],
];

describeRules('engine', engineRules, refused, accepted);
