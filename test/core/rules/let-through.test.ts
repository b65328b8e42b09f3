import { validate } from '../../../lib/core/validate';
import { inNetwork, replicated, sharded } from './support';

const user = { name: 'web', can: ['read'], keys: ['*'] };
const token = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:cache-AbCdEf';
const group = (engine: string) => ({ userGroup: { id: 'people', engine } });

/** Mistakes that template validators and rule packs for ElastiCache let through, and the code that stops each here. */
const mistakes: [what: string, code: string, blueprint: object][] = [
  ['Multi-AZ without failover', 'RB170', { ...replicated, multiAz: true, automaticFailover: false }],
  ['Multi-AZ without a replica', 'RB171', { ...replicated, multiAz: true, replicas: 0 }],
  ['shards together with a number of nodes', 'RB003', { ...replicated, shardCount: 2 }],
  ['a count of shards together with named shards', 'RB175', { ...sharded, shards: [{ id: '0001' }] }],
  ['a parameter group of another family', 'RB126', { ...replicated, parameterGroup: { name: 'mine', family: 'redis7' } }],
  ['users without TLS', 'RB350', { ...replicated, encryption: { tls: 'off' } }],
  ['a user group without TLS', 'RB350', { ...replicated, encryption: { tls: 'off' }, access: group('valkey') }],
  ['an AUTH token together with a user group', 'RB141', { ...replicated, access: { ...group('valkey'), authTokenSecretArn: token } }],
  ['an AUTH token together with users', 'RB141', { ...replicated, access: { users: [user], authTokenSecretArn: token } }],
  ['snapshots kept for 99 days', 'RB375', { ...replicated, backup: { retentionDays: 99 } }],
  ['the backup window banana', 'RB372', { ...replicated, backup: { window: 'banana' } }],
  ['the maintenance window banana', 'RB370', { ...replicated, maintenance: { window: 'banana' } }],
  ['windows that overlap', 'RB374', { ...replicated, backup: { window: '05:00-06:00' } }],
  ['the access string banana', 'RB149', { ...replicated, access: { users: [{ name: 'web', accessString: 'banana' }] } }],
  ['an IAM user whose id is not its name', 'RB146', { ...replicated, access: { users: [{ ...user, authentication: 'iam', userId: 'one', userName: 'other' }] } }],
  ['a Valkey user group on Redis', 'RB147', { ...replicated, engine: 'redis', access: group('valkey') }],
  ['a Redis user group on Valkey', 'RB147', { ...replicated, access: group('redis') }],
  ['Valkey on the well-known port', 'RB337', { ...replicated, engine: 'valkey', port: 6379 }],
  ['a user id that the service refuses', 'RB303', { ...replicated, access: { users: [{ ...user, userId: 'web_user' }] } }],
  ['a cache id that the service refuses', 'RB301', { ...replicated, cacheId: 'my_cache' }],
  ['a VPC of 10.0.0.0/33', 'RB325', inNetwork({ vpcId: undefined, subnetIds: undefined, newVpc: { cidr: '10.0.0.0/33', availabilityZones: ['eu-central-1a', 'eu-central-1b'] } })],
  ['a node type that does not exist', 'RB110', { ...replicated, nodeType: 'cache.r7g.huge' }],
  ['a node type of another service', 'RB110', { ...replicated, nodeType: 'db.r7g.large' }],
  ['an engine version that does not exist', 'RB100', { ...replicated, version: '7.3' }],
  ['autoscaling of a node type that cannot', 'RB115', { ...sharded, nodeType: 'cache.t4g.small', shardScaling: { min: 3, max: 6 } }],
  ['a queue that evicts', 'RB127', { ...replicated, workload: 'queue', parameters: { 'maxmemory-policy': 'allkeys-lru' } }],
  ['a cache that cannot evict', 'RB128', { ...replicated, workload: 'cache', parameters: { 'maxmemory-policy': 'noeviction' } }],
  ['a parameter that does not exist', 'RB120', { ...replicated, parameters: { 'maxmemory-polcy': 'noeviction' } }],
  ['production without replicas', 'RB420', { ...replicated, replicas: 0 }],
  ['production in one zone', 'RB421', { ...replicated, multiAz: false }],
  ['production without backups', 'RB376', { ...replicated, backup: { retentionDays: 0 } }],
  ['production without TLS', 'RB352', { ...replicated, encryption: { tls: 'off' } }],
  ['production whose alarms nobody gets', 'RB400', { ...replicated, monitoring: {} }],
  ['production on burstable nodes', 'RB114', { ...replicated, nodeType: 'cache.t4g.medium' }],
  ['more nodes than the quota', 'RB440', { ...sharded, shardCount: 50 }],
  ['more shards than the service takes', 'RB176', { ...sharded, shardCount: 501, replicasPerShard: 0 }],
  ['more replicas than the service takes', 'RB174', { ...replicated, replicas: 6 }],
  ['a security group open to everybody', 'RB330', inNetwork({ allowFromCidrs: ['0.0.0.0/0'] })],
  ['subnets too small for the nodes', 'RB329', { ...sharded, shardCount: 20, network: { ...sharded.network, subnetCidrs: ['10.0.0.0/28', '10.0.0.16/28'] } }],
];

test.each(mistakes)('%s: %s', (_, code, blueprint) => {
  expect(validate(blueprint).map((finding) => finding.code)).toContain(code);
});

test.each([
  ['replicated', replicated],
  ['sharded', sharded],
])('a sound %s blueprint passes', (_, blueprint) => {
  expect(validate(blueprint)).toEqual([]);
});
