import { Match } from 'aws-cdk-lib/assertions';
import type { Template } from 'aws-cdk-lib/assertions';
import { SESSIONS } from './support/plans';
import { stackOf, templateOf } from './support/synth';

describe('a replicated blueprint in a network of its own', () => {
  let template: Template;
  beforeAll(() => void (template = templateOf(SESSIONS)));

  test('counts nodes, never shards, and names no zones', () => {
    template.hasResource('AWS::ElastiCache::ReplicationGroup', {
      Properties: {
        ReplicationGroupId: 'sessions',
        Engine: 'valkey',
        EngineVersion: '8.1',
        CacheNodeType: 'cache.r7g.large',
        Port: 6380,
        NumCacheClusters: 3,
        NumNodeGroups: Match.absent(),
        ReplicasPerNodeGroup: Match.absent(),
        NodeGroupConfiguration: Match.absent(),
        PreferredCacheClusterAZs: Match.absent(),
        ClusterMode: Match.absent(),
        DataTieringEnabled: Match.absent(),
        MultiAZEnabled: true,
        AutomaticFailoverEnabled: true,
        SnapshotRetentionLimit: 15,
        SnapshotWindow: '03:00-04:00',
        PreferredMaintenanceWindow: 'sun:05:00-sun:06:00',
        AutoMinorVersionUpgrade: true,
      },
      DeletionPolicy: 'Snapshot',
      UpdateReplacePolicy: 'Snapshot',
      UpdatePolicy: Match.absent(),
    });
  });

  test('encrypts on the wire and at rest with its own key', () => {
    template.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
      TransitEncryptionEnabled: true,
      TransitEncryptionMode: 'required',
      AtRestEncryptionEnabled: true,
      KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Cachekey'), 'Arn'] },
      AuthToken: Match.absent(),
    });
    template.hasResource('AWS::KMS::Key', {
      Properties: { EnableKeyRotation: true, PendingWindowInDays: 30 },
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('the key lets in the account, and services for this account or its own log groups only', () => {
    const [key] = Object.values(template.findResources('AWS::KMS::Key'));
    const statements = key!.Properties.KeyPolicy.Statement as { Sid: string; Effect: string; Action: unknown; Condition?: Record<string, Record<string, unknown>> }[];
    expect(statements.map(({ Sid, Effect }) => [Sid, Effect])).toEqual([
      ['Account', 'Allow'], ['NoForeignGrants', 'Deny'], ['Alarms', 'Allow'], ['LogGroups', 'Allow'],
    ]);
    const logs = statements.find(({ Sid }) => Sid === 'LogGroups')!.Condition!.ArnEquals!['kms:EncryptionContext:aws:logs:arn'];
    expect(JSON.stringify(logs).match(/log-group:[^"]+/g)).toEqual([
      'log-group:/aws/vendedlogs/redis-blueprints/sessions/slow-log',
      'log-group:/aws/vendedlogs/redis-blueprints/sessions/engine-log',
      'log-group:/aws/vendedlogs/redis-blueprints/sessions/flow-log',
    ]);
  });

  test('the security group lets nobody in and nothing out', () => {
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: Match.absent(),
      SecurityGroupEgress: [{ CidrIp: '255.255.255.255/32', IpProtocol: 'icmp', FromPort: 252, ToPort: 86, Description: 'Nothing may leave' }],
    });
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
    template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 0);
  });

  test('the network has no way out, and logs its flows to an encrypted group', () => {
    for (const type of ['AWS::EC2::InternetGateway', 'AWS::EC2::NatGateway', 'AWS::EC2::Route', 'AWS::EC2::VPCGatewayAttachment']) template.resourceCountIs(type, 0);
    template.allResourcesProperties('AWS::EC2::Subnet', { MapPublicIpOnLaunch: false });
    template.hasResourceProperties('AWS::EC2::VPC', { CidrBlock: '10.40.0.0/20', EnableDnsSupport: true, EnableDnsHostnames: true });
    template.hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'ALL', LogDestinationType: 'cloud-watch-logs', LogGroupName: { Ref: Match.stringLikeRegexp('^Cacheflowlog') } });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 365, KmsKeyId: Match.anyValue() });
  });

  test('passwords are references to generated secrets; nothing secret stands in the template', () => {
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      Name: 'redis-blueprints/sessions/web',
      KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Cachekey'), 'Arn'] },
      GenerateSecretString: { SecretStringTemplate: '{"username":"web"}', GenerateStringKey: 'password', PasswordLength: 64 },
      SecretString: Match.absent(),
    });
    template.hasResourceProperties('AWS::ElastiCache::User', {
      UserId: 'sessions-web',
      UserName: 'web',
      Engine: 'valkey',
      AuthenticationMode: {
        Type: 'password',
        Passwords: [{ 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: Match.stringLikeRegexp('^CacheuserwebSecret') }, ':SecretString:password::}}']] }],
      },
    });
  });

  test('users with IAM authentication have no password', () => {
    template.hasResourceProperties('AWS::ElastiCache::User', { UserId: 'sessions-worker-iam', UserName: 'sessions-worker-iam', AuthenticationMode: { Type: 'iam' } });
  });

  test('the user group refers to users, so that they exist first and go last', () => {
    template.hasResourceProperties('AWS::ElastiCache::UserGroup', {
      Engine: 'valkey',
      UserIds: [{ Ref: Match.stringLikeRegexp('^Cacheuserweb') }, { Ref: Match.stringLikeRegexp('^Cacheuserops') }, { Ref: Match.stringLikeRegexp('^Cacheuserworker') }],
    });
    template.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', { UserGroupIds: [{ Ref: Match.stringLikeRegexp('^Cacheaccessgroup') }] });
  });

  test('both logs go to groups of their own, as JSON', () => {
    const delivery = (logType: string, group: string) => ({
      LogType: logType,
      LogFormat: 'json',
      DestinationType: 'cloudwatch-logs',
      DestinationDetails: { CloudWatchLogsDetails: { LogGroup: { Ref: Match.stringLikeRegexp(group) } } },
    });
    template.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
      LogDeliveryConfigurations: [delivery('slow-log', '^Cacheslowlog'), delivery('engine-log', '^Cacheenginelog')],
    });
  });

  const secureTransportOnly = Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });

  test('the topic of alarms is encrypted, takes from CloudWatch alone, and refuses plaintext', () => {
    template.hasResourceProperties('AWS::SNS::Topic', { TopicName: 'sessions-alarms', KmsMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Cachekey'), 'Arn'] } });
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      Topics: [{ Ref: Match.stringLikeRegexp('^Cachetopic') }],
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Principal: { Service: 'cloudwatch.amazonaws.com' }, Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } }),
          secureTransportOnly,
        ],
      },
    });
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'oncall@example.com' });
  });

  test('the topic of events is not encrypted, since ElastiCache drops events for encrypted ones, and is open to it before the cache exists', () => {
    template.hasResourceProperties('AWS::SNS::Topic', { TopicName: 'sessions-events', KmsMasterKeyId: Match.absent() });
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      Topics: [{ Ref: Match.stringLikeRegexp('^Cacheeventstopic') }],
      PolicyDocument: {
        Statement: [Match.objectLike({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:SourceOwner': { Ref: 'AWS::AccountId' } } } }), secureTransportOnly],
      },
    });
    template.hasResource('AWS::ElastiCache::ReplicationGroup', {
      Properties: { NotificationTopicArn: { Ref: Match.stringLikeRegexp('^Cacheeventstopic') } },
      DependsOn: [Match.stringLikeRegexp('^CacheeventstopicPolicy')],
    });
  });

  test('tags everything that takes tags', () => {
    const untagged = ['AWS::KMS::Alias', 'AWS::EC2::SubnetRouteTableAssociation', 'AWS::IAM::ManagedPolicy', 'AWS::SNS::TopicPolicy', 'AWS::SNS::Subscription', 'AWS::CloudWatch::Dashboard'];
    for (const [id, { Type, Properties }] of Object.entries(template.toJSON().Resources as Record<string, { Type: string; Properties: { Tags?: unknown } }>)) {
      if (!untagged.includes(Type)) expect([id, Properties.Tags]).toEqual([id, expect.arrayContaining([{ Key: 'team', Value: 'storefront' }])]);
    }
  });

  test('outputs tell endpoints, port, users and what other stacks refer to, and export nothing', () => {
    const outputs = template.findOutputs('*');
    expect(Object.values(outputs).map(({ Value }) => Value)).toEqual([
      { 'Fn::GetAtt': [expect.stringMatching(/^Cachecache/), 'PrimaryEndPoint.Address'] },
      { 'Fn::GetAtt': [expect.stringMatching(/^Cachecache/), 'ReaderEndPoint.Address'] },
      '6380',
      { Ref: expect.stringMatching(/^CacheuserwebSecret/) },
      { Ref: expect.stringMatching(/^CacheuseropsSecret/) },
      { Ref: expect.stringMatching(/^Cacheuserworker/) },
      { 'Fn::GetAtt': [expect.stringMatching(/^Cachefirewall/), 'GroupId'] },
      { 'Fn::GetAtt': [expect.stringMatching(/^Cachekey/), 'Arn'] },
      { Ref: expect.stringMatching(/^Cachetopic/) },
      { Ref: expect.stringMatching(/^Cacheeventstopic/) },
      { Ref: expect.stringMatching(/^Cachenetwork[A-F0-9]{8}$/) },
      { 'Fn::Join': ['', [{ Ref: expect.stringMatching(/^Cachenetworksubnet/) }, ',', { Ref: expect.stringMatching(/^Cachenetworksubnet/) }, ',', { Ref: expect.stringMatching(/^Cachenetworksubnet/) }]] },
    ]);
    for (const output of Object.values(outputs)) expect(output.Export).toBeUndefined();
  });
});

test('alarms carry what the plan says, and composites depend on their parts', () => {
  const stack = stackOf(SESSIONS);
  const template = templateOf(SESSIONS);
  for (const node of stack.cache.plan.nodes) {
    if (node.kind !== 'alarm') continue;
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: node.name,
      Threshold: node.threshold,
      ComparisonOperator: node.comparison,
      EvaluationPeriods: node.evaluationPeriods,
      DatapointsToAlarm: node.datapointsToAlarm,
      TreatMissingData: node.missingData,
      AlarmActions: node.notify === undefined ? Match.absent() : [{ Ref: Match.stringLikeRegexp('^Cachetopic') }],
      ...(node.signal.type === 'metric'
        ? { MetricName: node.signal.metric.name, Dimensions: Object.entries(node.signal.metric.dimensions).map(([Name, Value]) => ({ Name, Value })) }
        : { Metrics: Match.arrayWith([Match.objectLike({ Expression: node.signal.expression, ReturnData: true })]) }),
    });
  }
  const health = Object.values(template.findResources('AWS::CloudWatch::CompositeAlarm', { Properties: { AlarmName: 'sessions-health' } }))[0]!;
  const named = [...String(health.Properties.AlarmRule).matchAll(/ALARM\("([^"]+)"\)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(1);
  expect((health.DependsOn as string[]).length).toBe(named.length);
});

test('the dashboard body is JSON with the widgets of the plan', () => {
  const stack = stackOf(SESSIONS);
  const [dashboard] = Object.values(templateOf(SESSIONS).findResources('AWS::CloudWatch::Dashboard'));
  const body = dashboard!.Properties.DashboardBody as string | { 'Fn::Join': [string, unknown[]] };
  const text = typeof body === 'string' ? body : body['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'token')).join('');
  const planned = stack.cache.plan.nodes.find((node) => node.kind === 'dashboard');
  expect((JSON.parse(text) as { widgets: unknown[] }).widgets.length).toBe(planned!.widgets.length);
});

test('a disposable cache leaves nothing behind', () => {
  const template = templateOf({ ...SESSIONS, environment: 'development', disposable: true });
  template.hasResource('AWS::ElastiCache::ReplicationGroup', { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
  template.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
  template.allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
  expect(stackOf({ ...SESSIONS, environment: 'development', disposable: true }).terminationProtection).toBe(false);
  expect(stackOf(SESSIONS).terminationProtection).toBe(true);
});

test('a cache for Redis holds a `default` user that is off', () => {
  templateOf({ ...SESSIONS, engine: 'redis' }).hasResourceProperties('AWS::ElastiCache::User', {
    Engine: 'redis',
    UserId: 'sessions-default',
    UserName: 'default',
    AccessString: Match.stringLikeRegexp('^off'),
    AuthenticationMode: { Type: 'no-password-required' },
  });
});

test('an AUTH token is a reference, and excludes users', () => {
  const { users: _users, ...access } = { ...SESSIONS.access, authTokenSecretArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:token-AbCdEf' };
  templateOf({ ...SESSIONS, access }).hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
    AuthToken: '{{resolve:secretsmanager:arn:aws:secretsmanager:eu-central-1:111122223333:secret:token-AbCdEf:SecretString:::}}',
    UserGroupIds: Match.absent(),
  });
});
