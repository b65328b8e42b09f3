import { App, Stack, Tags, Validations } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import { addBlueprints, CacheUsageError, RedisSentinel, ReplicatedCache, ShardedCache } from '../../lib/aws-cdk';
import type { ReplicatedCacheProps } from '../../lib/aws-cdk';
import { BlueprintError } from '../../lib/core/finding';
import { CATALOG, SESSIONS } from './support/plans';
import { SENTINEL } from './support/self-managed';

const { kind: _kind, network: NETWORK, ...OPTIONS } = SESSIONS;

function inStack<T>(use: (stack: Stack) => T, env = { region: 'eu-central-1' }): { stack: Stack; made: T } {
  const stack = new Stack(new App(), 'shop', { env });
  return { stack, made: use(stack) };
}

function sessions(stack: Stack, change: Partial<ReplicatedCacheProps> = {}): ReplicatedCache {
  return new ReplicatedCache(stack, 'Sessions', { ...OPTIONS, network: NETWORK, ...change });
}

/** A VPC without asking AWS for zones. */
function vpcOf(stack: Stack): ec2.Vpc {
  return new ec2.Vpc(stack, 'Vpc', { availabilityZones: ['eu-central-1a', 'eu-central-1b'], natGateways: 0, restrictDefaultSecurityGroup: false });
}

describe('what CDK users pass', () => {
  test('a VPC: isolated subnets first, zones and blocks told to the rules', () => {
    const { stack, made } = inStack((stack) => sessions(stack, { vpc: vpcOf(stack), network: undefined, replicas: 1 }));
    expect(made.plan.nodes.find((node) => node.kind === 'network')).toMatchObject({ source: { from: 'existing' } });
    Template.fromStack(stack).hasResourceProperties('AWS::ElastiCache::SubnetGroup', {
      SubnetIds: [{ Ref: Match.stringLikeRegexp('^VpcIsolatedSubnet1') }, { Ref: Match.stringLikeRegexp('^VpcIsolatedSubnet2') }],
    });
  });

  test('a VPC with too little room is a finding, since its blocks are known', () => {
    const { stack } = inStack((stack) => {
      const vpc = new ec2.Vpc(stack, 'Vpc', { availabilityZones: ['eu-central-1a'], natGateways: 0, restrictDefaultSecurityGroup: false });
      return sessions(stack, { vpc, network: undefined, replicas: 1 });
    });
    Annotations.fromStack(stack).hasError('/shop/Sessions', Match.stringLikeRegexp('RB322'));
  });

  test('a key and topics', () => {
    const { stack } = inStack((stack) => {
      const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000');
      const topic = new sns.Topic(stack, 'Topic');
      const { monitoring: _monitoring, ...options } = OPTIONS;
      return new ReplicatedCache(stack, 'Sessions', { ...options, network: NETWORK, encryptionKey, alarmTopics: [topic] });
    });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::KMS::Key', 0);
    template.resourceCountIs('AWS::SNS::Topic', 1);
    template.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
      KmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000',
      NotificationTopicArn: { Ref: Match.stringLikeRegexp('^Topic') },
    });
  });

  test.each<[string, Partial<ReplicatedCacheProps>, string]>([
    ['neither vpc nor network', { network: undefined }, 'exactly one of `vpc` and `network` must be given, got neither; pass the VPC construct, or describe the network [RB900]'],
    ['subnets of no VPC', { vpcSubnets: {} }, '`vpcSubnets` selects subnets of `vpc`, got no `vpc`; pass `vpc`, or name the subnets in `network.subnetIds` [RB900]'],
    ['another region than the stack', { region: 'us-east-1' }, "`region` must be the stack's, which is eu-central-1, got us-east-1; leave `region` out, or change the stack's `env` [RB903]"],
  ])('%s is an error at the construct', (_case, change, message) => {
    const { stack } = inStack((stack) => sessions(stack, change));
    const errors = Annotations.fromStack(stack).findError('/shop/Sessions', Match.anyValue()).map(({ entry }) => entry.data as string);
    expect(errors.some((error) => error.startsWith(message))).toBe(true);
  });

  test('both vpc and network, both keys and both topics are errors at the construct, all at once', () => {
    const { stack } = inStack((stack) =>
      sessions(stack, {
        vpc: vpcOf(stack),
        encryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-central-1:111122223333:key/a'),
        encryption: { kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/b' },
        alarmTopics: [],
        monitoring: { topicArns: [] },
      }),
    );
    for (const code of ['RB900', 'RB901', 'RB902']) Annotations.fromStack(stack).hasError('/shop/Sessions', Match.stringLikeRegexp(code));
  });
});

describe('errors in blueprints', () => {
  test('are reported for every cache in one synthesis, each at its construct, and nothing is made', () => {
    const app = new App();
    const [first, second] = addBlueprints(app, [
      { ...SESSIONS, nodeType: 'cache.banana', backup: { retentionDays: 99 } },
      { ...CATALOG, replicasPerShard: 9 },
    ]);
    Annotations.fromStack(first!).hasError('/sessions/Cache', Match.stringLikeRegexp('cache\\.banana.*RB110'));
    Annotations.fromStack(first!).hasError('/sessions/Cache', Match.stringLikeRegexp('got 99.*RB375'));
    Annotations.fromStack(second!).hasError('/catalog/Cache', Match.stringLikeRegexp('RB174'));
    expect(Object.values(Template.fromStack(first!).toJSON().Resources as object)).toEqual([{ Type: 'AWS::CloudFormation::WaitConditionHandle' }]);
  });

  test('reach whoever asks such a construct for anything', () => {
    const { made } = inStack((stack) => sessions(stack, { nodeType: 'cache.banana', backup: { retentionDays: 99 } }));
    for (const ask of [() => made.primaryEndpoint, () => made.connections, () => made.plan, () => made.secretOf('web')]) {
      expect(ask).toThrow(/blueprint "sessions" has 2 errors:\n[^]*RB375[^]*RB110/);
    }
  });

  test('an id that CloudFormation refuses is a finding, not an exception', () => {
    const app = new App();
    const [stack] = addBlueprints(app, [{ ...SESSIONS, name: '1 bad name' }]);
    expect(Annotations.fromStack(stack!).findError('*', Match.anyValue()).length).toBeGreaterThan(0);
  });

  test('more passwords than a template can refer to', () => {
    const users = Array.from({ length: 61 }, (_, index) => ({ name: `user${index}`, can: ['read' as const], keys: ['a:*'] }));
    const { stack } = inStack((stack) => sessions(stack, { access: { users } }));
    Annotations.fromStack(stack).hasError(
      '/shop/Sessions',
      Match.stringLikeRegexp('^`access.users` must hold at most 60 users with passwords on CloudFormation, whose templates take no more references to secrets, got 61; let users authenticate with IAM, which needs no password \\[RB907\\]'),
    );
  });
});

test.each([
  ['ReplicatedCache', ReplicatedCache],
  ['RedisSentinel', RedisSentinel],
])('%s without props is told what it lacks', (_name, Kind) => {
  for (const nothing of [undefined, null]) {
    const { stack, made } = inStack((stack) => new Kind(stack, 'Sessions', nothing as never));
    Annotations.fromStack(stack).hasError('/shop/Sessions', Match.stringLikeRegexp('got neither.*RB900'));
    Annotations.fromStack(stack).hasError('/shop/Sessions', Match.stringLikeRegexp('`name`.*RB0'));
    expect(() => made.plan).toThrow(BlueprintError);
  }
});

describe('warnings', () => {
  const small = { nodeType: 'cache.t4g.small' };
  const warnings = (stack: Stack) => Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('RB114'));

  test('stand at the construct', () => {
    expect(warnings(inStack((stack) => sessions(stack, small)).stack)).toHaveLength(1);
  });

  test('are silenced by CDK, for good or for one path', () => {
    const reason = 'load is known';
    for (const rule of [{ id: 'RB114', reason }, { id: 'RB114', reason, where: { path: 'nodeType' } }]) {
      const { stack, made } = inStack((stack) => sessions(stack, small));
      Validations.of(made).acknowledge(rule);
      expect(warnings(stack)).toHaveLength(0);
    }
    const { stack, made } = inStack((stack) => sessions(stack, small));
    Validations.of(made).acknowledge({ id: 'RB114', reason, where: { path: 'access' } });
    expect(warnings(stack)).toHaveLength(1);
  });

  test('are silenced by the blueprint', () => {
    const { stack } = inStack((stack) => sessions(stack, { ...small, acknowledge: [{ code: 'RB114', reason: 'load is known' }] }));
    expect(warnings(stack)).toHaveLength(0);
  });
});

describe('what a service needs', () => {
  test('the way in: ingress on the port of the cache, egress at the client', () => {
    const { stack } = inStack((stack) => {
      const vpc = vpcOf(stack);
      const cache = sessions(stack, { vpc, network: undefined, replicas: 1 });
      const client = new ec2.SecurityGroup(stack, 'Client', { vpc, allowAllOutbound: false });
      cache.connections.allowDefaultPortFrom(client, 'web');
      return cache;
    });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Sessionsfirewall'), 'GroupId'] },
      SourceSecurityGroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Client'), 'GroupId'] },
      FromPort: 6380,
      ToPort: 6380,
    });
    template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', { GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Client'), 'GroupId'] }, FromPort: 6380 });
  });

  test('`grantConnect` names the cache and the user, nothing else', () => {
    const { stack } = inStack((stack) => {
      const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
      return sessions(stack).grantConnect(role, 'worker');
    });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          {
            Action: 'elasticache:Connect',
            Effect: 'Allow',
            Resource: [
              { 'Fn::Join': ['', Match.arrayWith([':elasticache:eu-central-1:', ':replicationgroup:', { Ref: Match.stringLikeRegexp('^Sessionscache') }])] },
              { 'Fn::GetAtt': [Match.stringLikeRegexp('^Sessionsuserworker'), 'Arn'] },
            ],
          },
        ],
      },
    });
  });

  test('`grantConnect` refuses users with passwords and users that do not exist', () => {
    const { stack, made } = inStack((stack) => sessions(stack));
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
    expect(() => made.grantConnect(role, 'web')).toThrow(
      'shop/Sessions: user "web" must authenticate with IAM for `grantConnect`, got password; set `authentication: iam` on the user, or grant its secret with `grantReadSecret` [RB905]',
    );
    expect(() => made.grantConnect(role, 'nobody')).toThrow('shop/Sessions: user "nobody" must be one of the blueprint\'s users, got web, ops, worker; name a user of `access.users` [RB904]');
    expect(() => made.secretOf('worker')).toThrow(
      'shop/Sessions: user "worker" must authenticate with a password to have a secret, got iam; leave `authentication` out, or let the identity in with `grantConnect` [RB906]',
    );
    expect(() => made.secretOf('nobody')).toThrow(CacheUsageError);
  });

  test('`grantReadSecret` lets a role read and decrypt one secret', () => {
    const { stack } = inStack((stack) => {
      const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
      return sessions(stack).grantReadSecret(role, 'web');
    });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: [
          {
            Action: 'kms:Decrypt',
            Effect: 'Allow',
            Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Sessionskey'), 'Arn'] },
            Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.eu-central-1.amazonaws.com' } },
          },
          Match.objectLike({ Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], Resource: { Ref: Match.stringLikeRegexp('^SessionsuserwebSecret') } }),
        ],
      },
    });
  });
});

describe('metrics and alarms', () => {
  test('a metric of the cache joins every member; one of a member is on its dimension', () => {
    const { stack, made } = inStack((stack) => sessions(stack));
    const connections = made.metricCurrConnections();
    expect(connections.expression).toBe('SUM([m0,m1,m2])');
    expect(Object.values(connections.usingMetrics).map((metric) => (metric as cloudwatch.Metric).dimensions!.CacheClusterId)).toEqual(['sessions-001', 'sessions-002', 'sessions-003']);
    const lag = made.metricOfMember('sessions-002', 'ReplicationLag', { statistic: 'Average' });
    expect(stack.resolve([lag.namespace, lag.metricName, lag.statistic, lag.dimensions!.CacheClusterId])).toEqual(['AWS/ElastiCache', 'ReplicationLag', 'Average', 'sessions-002']);
    expect(made.metric('NewConnections', { statistic: 'Sum', label: 'new' })).toMatchObject({ expression: 'SUM([m0,m1,m2])', label: 'new' });
  });

  test('a metric that nobody publishes is refused, with the one that was meant', () => {
    const { stack, made } = inStack((stack) => sessions(stack));
    expect(() => made.metric('CurConnections')).toThrow('shop/Sessions: metric must be one that the nodes publish, got "CurConnections"; did you mean CurrConnections? [RB909]');
    expect(() => made.metricOfMember('sessions-001', 'Nonsense')).toThrow(
      'shop/Sessions: metric must be one that the nodes publish, got "Nonsense"; choose one of the vendor\'s list, or make a `cloudwatch.Metric` yourself [RB909]',
    );
    const { kind: _kind, ...carts } = SENTINEL;
    const sentinel = new RedisSentinel(stack, 'Carts', carts);
    expect(() => sentinel.metric('EngineUpp')).toThrow('shop/Carts: metric must be one that the nodes publish, got "EngineUpp"; did you mean EngineUp? [RB909]');
    expect(() => sentinel.metricOfNode('data-1', 'CurrConnections')).toThrow(CacheUsageError);
    expect(sentinel.metric('EngineUp').label).toBe('EngineUp');
  });

  test('an action is added to every alarm that tells somebody, and to no other', () => {
    const { stack, made } = inStack((stack) => sessions(stack));
    made.addAlarmActions(new actions.SnsAction(sns.Topic.fromTopicArn(stack, 'Pager', 'arn:aws:sns:eu-central-1:111122223333:pager')));
    made.addAlarmActions(new actions.SnsAction(sns.Topic.fromTopicArn(stack, 'Second', 'arn:aws:sns:eu-central-1:111122223333:second')));
    const template = Template.fromStack(stack);
    const told = Object.values({ ...template.findResources('AWS::CloudWatch::Alarm'), ...template.findResources('AWS::CloudWatch::CompositeAlarm') }).map(
      ({ Properties }) => Properties.AlarmActions as unknown[] | undefined,
    );
    expect(told.some((list) => list === undefined)).toBe(true);
    for (const list of told) if (list !== undefined) expect(list.slice(1)).toEqual(['arn:aws:sns:eu-central-1:111122223333:pager', 'arn:aws:sns:eu-central-1:111122223333:second']);
  });
});

test('`underlying` gives the resources themselves', () => {
  const { stack, made } = inStack((stack) => sessions(stack));
  const { replicationGroup, users, parameterGroup, key, vpc, topic } = made.underlying;
  replicationGroup.addPropertyOverride('NetworkType', 'dual_stack');
  Template.fromStack(stack).hasResourceProperties('AWS::ElastiCache::ReplicationGroup', { NetworkType: 'dual_stack' });
  expect(users['user-web']!.userName).toBe('web');
  for (const resource of [parameterGroup, key, vpc, topic]) expect(resource).toBeDefined();
});

test('the tags of the app win over those of the blueprint', () => {
  const { stack } = inStack((stack) => sessions(stack));
  Tags.of(stack).add('team', 'platform');
  Template.fromStack(stack).hasResourceProperties('AWS::ElastiCache::ReplicationGroup', { Tags: Match.arrayWith([{ Key: 'team', Value: 'platform' }]) });
});

test('two caches live in one stack', () => {
  const { stack } = inStack((stack) => {
    sessions(stack);
    new ReplicatedCache(stack, 'Carts', { ...OPTIONS, name: 'carts', network: NETWORK });
  });
  Template.fromStack(stack).resourceCountIs('AWS::ElastiCache::ReplicationGroup', 2);
});

test('sharded caches tell their configuration endpoint', () => {
  const { kind: _sharded, ...options } = CATALOG;
  const { stack, made } = inStack((stack) => new ShardedCache(stack, 'Catalog', options));
  expect(stack.resolve(made.configurationEndpoint)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Catalogcache/), 'ConfigurationEndPoint.Address'] });
});

test('imported caches connect and grant', () => {
  const { stack } = inStack((stack) => {
    const vpc = vpcOf(stack);
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
    const cache = ReplicatedCache.fromReplicatedCacheAttributes(stack, 'Theirs', {
      cacheId: 'theirs',
      port: 6380,
      securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0a1b2c3d')],
      primaryEndpoint: 'primary.theirs',
      readerEndpoint: 'reader.theirs',
    });
    cache.connections.allowDefaultPortFrom(new ec2.SecurityGroup(stack, 'Client', { vpc }));
    cache.grantConnect(role, 'web');
    const sharded = ShardedCache.fromShardedCacheAttributes(stack, 'Shards', { cacheId: 'shards', port: 6380, securityGroups: [], configurationEndpoint: 'shards.theirs' });
    expect(sharded.configurationEndpoint).toBe('shards.theirs');
  });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-0a1b2c3d', FromPort: 6380 });
  template.hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: { Statement: [Match.objectLike({ Action: 'elasticache:Connect' })] } });
});
