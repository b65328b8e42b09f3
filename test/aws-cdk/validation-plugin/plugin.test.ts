import { App, Stack, Validations } from 'aws-cdk-lib';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import { RedisBlueprintsValidationPlugin } from '../../../lib/aws-cdk';
import { JUDGED_RULE_NAMES } from '../../../lib/aws-cdk/validation-plugin/judged-rules';
import { judgeTemplate } from '../../../lib/aws-cdk/validation-plugin';
import { parseTemplate } from '../../../lib/aws-cdk/validation-plugin/template';
import { RULES } from '../../../lib/core/rules';
import { CATALOG, SESSIONS } from '../support/plans';
import { templateOf } from '../support/synth';

const GROUP = {
  replicationGroupDescription: 'written by hand',
  replicationGroupId: 'sessions',
  engine: 'valkey',
  engineVersion: '8.1',
  cacheNodeType: 'cache.r7g.large',
  numCacheClusters: 2,
  automaticFailoverEnabled: true,
  multiAzEnabled: true,
  transitEncryptionEnabled: true,
  snapshotRetentionLimit: 7,
  snapshotWindow: '03:00-04:00',
  preferredMaintenanceWindow: 'sun:05:00-sun:06:00',
} satisfies elasticache.CfnReplicationGroupProps;

const USER = { engine: 'valkey', userId: 'web', userName: 'web', accessString: 'on ~session:* +@read', authenticationMode: { Type: 'iam' } } satisfies elasticache.CfnUserProps;

type Verdict = readonly [code: string, logicalId: string, property: string];

function verdictsOf(write: (stack: Stack) => void): Verdict[] {
  const app = new App();
  const stack = new Stack(app, 'theirs');
  write(stack);
  const template = parseTemplate(JSON.stringify(app.synth().getStackByName('theirs').template));
  return judgeTemplate(template, 'eu-central-1').map(({ finding, resource, property }) => [finding.code, resource.logicalId, property]);
}

function group(stack: Stack, change: Partial<elasticache.CfnReplicationGroupProps> = {}): elasticache.CfnReplicationGroup {
  return new elasticache.CfnReplicationGroup(stack, 'Group', { ...GROUP, ...change });
}

test('a sound group and a sound user have nothing to be said about', () => {
  expect(
    verdictsOf((stack) => {
      const user = new elasticache.CfnUser(stack, 'User', USER);
      const users = new elasticache.CfnUserGroup(stack, 'Users', { engine: 'valkey', userGroupId: 'users', userIds: [user.ref] });
      group(stack, { userGroupIds: [users.ref] });
    }),
  ).toEqual([]);
});

test.each<[string, Verdict[], (stack: Stack) => void]>([
  ['Multi-AZ without failover', [['RB170', 'Group', 'AutomaticFailoverEnabled']], (stack) => group(stack, { automaticFailoverEnabled: false })],
  ['shards together with nodes', [['RB930', 'Group', 'NumNodeGroups']], (stack) => group(stack, { numNodeGroups: 1 })],
  [
    'the wrong family, of a group in the template',
    [['RB126', 'Group', 'CacheParameterGroupName']],
    (stack) => {
      const parameters = new elasticache.CfnParameterGroup(stack, 'Parameters', { cacheParameterGroupFamily: 'redis7', description: 'theirs' });
      group(stack, { cacheParameterGroupName: parameters.ref });
    },
  ],
  ['the wrong family, of a default group', [['RB126', 'Group', 'CacheParameterGroupName']], (stack) => group(stack, { cacheParameterGroupName: 'default.redis7' })],
  ['a user group without TLS', [['RB350', 'Group', 'TransitEncryptionEnabled']], (stack) => group(stack, { transitEncryptionEnabled: false, userGroupIds: ['theirs'] })],
  ['an AUTH token together with a user group', [['RB141', 'Group', 'UserGroupIds']], (stack) => group(stack, { authToken: 'x'.repeat(16), userGroupIds: ['theirs'] })],
  ['t4g in a Global Datastore', [['RB931', 'Group', 'CacheNodeType']], (stack) => group(stack, { cacheNodeType: 'cache.t4g.small', globalReplicationGroupId: 'global' })],
  [
    't4g as the member that a Global Datastore names',
    [['RB931', 'Group', 'CacheNodeType']],
    (stack) => {
      const member = group(stack, { cacheNodeType: 'cache.t4g.small' });
      new elasticache.CfnGlobalReplicationGroup(stack, 'Global', { members: [{ replicationGroupId: member.ref, role: 'PRIMARY' }] });
    },
  ],
  ['retention of 99 days', [['RB375', 'Group', 'SnapshotRetentionLimit']], (stack) => group(stack, { snapshotRetentionLimit: 99 })],
  ['a snapshot window `banana`', [['RB372', 'Group', 'SnapshotWindow']], (stack) => group(stack, { snapshotWindow: 'banana' })],
  ['a maintenance window `banana`', [['RB370', 'Group', 'PreferredMaintenanceWindow']], (stack) => group(stack, { preferredMaintenanceWindow: 'banana' })],
  ['an IAM user whose name is not its id', [['RB146', 'User', 'UserName']], (stack) => void new elasticache.CfnUser(stack, 'User', { ...USER, userName: 'other' })],
  [
    'a user group for Redis on Valkey',
    [['RB147', 'Group', 'UserGroupIds']],
    (stack) => {
      const users = new elasticache.CfnUserGroup(stack, 'Users', { engine: 'redis', userGroupId: 'users', userIds: ['default'] });
      group(stack, { userGroupIds: [users.ref] });
    },
  ],
  [
    'a user group for Valkey on Redis',
    [['RB147', 'Group', 'UserGroupIds']],
    (stack) => {
      const users = new elasticache.CfnUserGroup(stack, 'Users', { engine: 'valkey', userGroupId: 'users', userIds: ['web'] });
      group(stack, { engine: 'redis', engineVersion: '7.1', userGroupIds: [users.ref] });
    },
  ],
  ['a node type that does not exist', [['RB110', 'Group', 'CacheNodeType']], (stack) => group(stack, { cacheNodeType: 'cache.banana' })],
])('finds %s', (_mistake, expected, write) => {
  expect(verdictsOf(write)).toEqual(expected);
});

test('finds an access string `banana`', () => {
  const verdicts = verdictsOf((stack) => void new elasticache.CfnUser(stack, 'User', { ...USER, accessString: 'banana' }));
  expect(verdicts.length).toBeGreaterThan(0);
  for (const verdict of verdicts) expect(verdict).toEqual(['RB149', 'User', 'AccessString']);
});

test('says nothing about what only deployment knows', () => {
  const unknown = { Ref: 'AWS::NoValue' };
  const properties = Object.fromEntries(
    ['CacheNodeType', 'EngineVersion', 'MultiAZEnabled', 'AutomaticFailoverEnabled', 'TransitEncryptionEnabled', 'SnapshotWindow', 'SnapshotRetentionLimit',
      'PreferredMaintenanceWindow', 'NumCacheClusters', 'CacheParameterGroupName', 'UserGroupIds', 'ReplicationGroupId', 'Port'].map((name) => [name, unknown]),
  );
  const template = { Resources: { Group: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: { ...properties, Engine: 'valkey' } } } };
  expect(judgeTemplate(parseTemplate(JSON.stringify(template)))).toEqual([]);
});

test.each([{}, { Resources: [] }, { Resources: { A: null, B: { Type: 'AWS::ElastiCache::ReplicationGroup' } } }, { Resources: { C: { Type: 7 } } }])('survives %j', (template) => {
  expect(() => judgeTemplate(parseTemplate(JSON.stringify(template)))).not.toThrow();
});

test('has nothing to say about what the library itself makes', () => {
  for (const blueprint of [SESSIONS, CATALOG]) {
    expect(judgeTemplate(parseTemplate(JSON.stringify(templateOf(blueprint).toJSON())), 'eu-central-1')).toEqual([]);
  }
});

test('every rule that is asked exists', () => {
  const names = RULES.map(({ name }) => name);
  for (const name of JUDGED_RULE_NAMES) expect(names).toContain(name);
});

test('stops a synthesis with code, remedy and construct path', () => {
  const app = new App();
  group(new Stack(app, 'theirs'), { snapshotRetentionLimit: 99 });
  Validations.of(app).addPlugins(new RedisBlueprintsValidationPlugin());
  expect(() => app.synth()).toThrow(/`backup\.retentionDays` must be from 0 to 35, got 99[^]*theirs\/Group[^]*redis-blueprints::RB375/);
});

test('an acknowledged finding lets the synthesis pass', () => {
  const app = new App();
  const stack = new Stack(app, 'theirs');
  group(stack, { snapshotRetentionLimit: 99 });
  Validations.of(app).addPlugins(new RedisBlueprintsValidationPlugin());
  Validations.of(stack).acknowledge({ id: 'redis-blueprints::RB375', reason: 'overridden at deployment' });
  expect(() => app.synth()).not.toThrow();
});
