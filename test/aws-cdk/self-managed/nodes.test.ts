import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { addBlueprints, CacheUsageError, RedisCluster, RedisSentinel } from '../../../lib/aws-cdk';
import type { RedisSentinelProps } from '../../../lib/aws-cdk';
import type { Blueprint, ClusterBlueprint } from '../../../lib/core/blueprint';
import { USER_DATA_LIMIT_BYTES } from '../../../lib/core/config/boot';
import { CLUSTER, SENTINEL } from '../support/self-managed';
import { templateOf } from '../support/synth';

interface Resource {
  readonly Type: string;
  readonly Properties: { readonly [name: string]: unknown };
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly UpdatePolicy?: object;
  readonly DependsOn?: string | readonly string[];
}
type Resources = { readonly [logicalId: string]: Resource };

const resourcesOf = (blueprint: Blueprint): Resources => (templateOf(blueprint).toJSON() as { Resources: Resources }).Resources;
const ofType = (resources: Resources, type: string): Resource[] => Object.values(resources).filter(({ Type }) => Type === type);

const resources = resourcesOf(SENTINEL);
const one = (type: string): Resource => ofType(resources, type)[0]!;

describe('a node', () => {
  test('is a group of exactly one in its own subnet, with no update policy, after all that it needs', () => {
    const groups = ofType(resources, 'AWS::AutoScaling::AutoScalingGroup');
    expect(groups.map(({ Properties }) => Properties.VPCZoneIdentifier)).toEqual(SENTINEL.network.subnets.map(({ subnetId }) => [subnetId]));
    for (const { Properties, UpdatePolicy, DependsOn } of groups) {
      expect(Properties).toMatchObject({ MinSize: '1', MaxSize: '1', DesiredCapacity: '1', HealthCheckType: 'EC2', InstanceMaintenancePolicy: { MinHealthyPercentage: 0, MaxHealthyPercentage: 100 } });
      expect(UpdatePolicy).toBeUndefined();
      const needed = (DependsOn as string[]).map((id) => resources[id]!.Type);
      expect(new Set(needed)).toEqual(new Set(['AWS::IAM::ManagedPolicy', 'AWS::Route53::RecordSet', 'AWS::SSM::Parameter']));
    }
  });

  test('tags its instances with its own name, which its permissions rely on', () => {
    expect(one('AWS::AutoScaling::AutoScalingGroup').Properties.Tags).toContainEqual({ Key: 'redis-blueprints:node', Value: 'carts/data-1', PropagateAtLaunch: true });
  });

  test('starts without public address and key pair, from the newest image, with IMDSv2 for itself only', () => {
    const data = one('AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData as { readonly [name: string]: unknown };
    expect(data).toMatchObject({
      ImageId: '{{resolve:ssm:/aws/service/debian/release/13/latest/arm64}}',
      InstanceType: 'r7g.large',
      EbsOptimized: true,
      Monitoring: { Enabled: true },
      MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'required', HttpPutResponseHopLimit: 1, InstanceMetadataTags: 'disabled' },
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeType: 'gp3', DeleteOnTermination: true } }],
      NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: false, DeleteOnTermination: true }],
    });
    expect(data).not.toHaveProperty('KeyName');
  });

  test.each([
    ['al2023', 'r7g.large', '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64'],
    ['al2023', 'r7i.large', '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64'],
    ['debian-12', 'r7i.large', '/aws/service/debian/release/12/latest/amd64'],
    ['ubuntu-24.04', 'r7g.large', '/aws/service/canonical/ubuntu/server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id'],
    ['ubuntu-24.04', 'r7i.large', '/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id'],
  ] as const)('on %s and %s starts from %s', (image, instanceType, parameter) => {
    templateOf({ ...SENTINEL, image, instanceType }).hasResourceProperties('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { ImageId: `{{resolve:ssm:${parameter}}}` } });
  });

  test('keeps an encrypted volume that is snapshotted before it goes, and a name for a fixed address', () => {
    const volume = one('AWS::EC2::Volume');
    expect(volume).toMatchObject({ DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot', Properties: { VolumeType: 'gp3', Encrypted: true, AvailabilityZone: 'eu-central-1a', KmsKeyId: { 'Fn::GetAtt': [expect.stringMatching(/key/), 'Arn'] } } });
    const [interfaceId] = Object.entries(resources).find(([, { Type }]) => Type === 'AWS::EC2::NetworkInterface')!;
    expect(one('AWS::Route53::RecordSet').Properties).toMatchObject({
      Name: 'data-1.carts.redis.internal',
      Type: 'A',
      ResourceRecords: [{ 'Fn::GetAtt': [interfaceId, 'PrimaryPrivateIpAddress'] }],
    });
  });

  test('lets disposable volumes go', () => {
    const [volume] = ofType(resourcesOf({ ...SENTINEL, environment: 'development', disposable: true }), 'AWS::EC2::Volume');
    expect(volume).toMatchObject({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
  });
});

describe('user data', () => {
  /** Longest texts that references become: a bucket's name and ARNs of secrets with names of 100 characters. */
  function written(value: unknown): string {
    if (typeof value === 'string') return value;
    const { 'Fn::Join': join } = value as { 'Fn::Join'?: [string, unknown[]] };
    return join === undefined ? 'x'.repeat(170) : join[1].map(written).join(join[0]);
  }
  const textOf = ({ Properties }: Resource): string => written((Properties.LaunchTemplateData as { UserData: { 'Fn::Base64': unknown } }).UserData['Fn::Base64']);

  test('stays below the limit of EC2 for the largest cluster with long references', () => {
    const users = ['a', 'b', 'c', 'd'].map((name) => ({ name: `application-${name}`, can: ['read' as const, 'write' as const], keys: [`${name}:*`] }));
    const [template] = ofType(resourcesOf({ ...largest(), users }), 'AWS::EC2::LaunchTemplate');
    expect(textOf(template!).length).toBeLessThanOrEqual(USER_DATA_LIMIT_BYTES);
  });

  test('names secrets by ARN, and holds nothing else of them', () => {
    const text = textOf(one('AWS::EC2::LaunchTemplate'));
    const environment = text.slice(text.indexOf("<<'END_OF_ENV'\n") + 15, text.indexOf('\nEND_OF_ENV'));
    expect(environment.split('\n').map((line) => line.split('=')[0]).sort()).toEqual([
      'AUTHORITY_SECRET_ARN', 'BACKUP_BUCKET', 'INTERFACE_ID', 'KEY_ARN', 'LOG_GROUP', 'REGION',
      'SECRET_ARN_backup', 'SECRET_ARN_metrics', 'SECRET_ARN_operator', 'SECRET_ARN_replication', 'SECRET_ARN_sentinel', 'SECRET_ARN_web', 'VOLUME_ID',
    ]);
    expect(JSON.stringify(resources)).not.toContain('{{resolve:secretsmanager');
  });
});

describe('permissions of a node', () => {
  interface Statement {
    readonly Sid: string;
    readonly Effect: string;
    readonly Action: string | string[];
    readonly Resource: unknown;
    readonly Condition?: object;
  }
  const policiesOf = (all: Resources, node: string) => Object.entries(all).flatMap(([id, { Type, Properties }]) => (Type === 'AWS::IAM::ManagedPolicy' && id.startsWith(`Cachenode${node}`) ? [Properties] : []));
  const statements = policiesOf(resources, 'data1').flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement);
  const statement = (sid: string) => statements.find(({ Sid }) => Sid === sid)!;
  const arn = (...parts: unknown[]) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ...parts]] });
  const account = { Ref: 'AWS::AccountId' };
  const key = { 'Fn::GetAtt': [expect.stringMatching(/^Cachekey/), 'Arn'] };
  const via = (service: string) => ({ StringEquals: { 'kms:ViaService': `${service}.eu-central-1.amazonaws.com` } });

  test('are these and no others', () => {
    expect(statements.map(({ Sid }) => Sid)).toEqual([
      'OwnInterfaceAndVolume', 'OwnInstances', 'WhoHoldsThem', 'VolumeGrant', 'VolumeKey', 'SecretKey', 'BootScripts', 'WriteOwnBackups', 'ReadOwnShard',
      'ListOwnBackups', 'BackupKey', 'OwnMetrics', 'OwnLogs', 'OwnHealth', 'SessionManager', 'SessionChannels', 'OwnSecrets', 'FillAuthority',
    ]);
    for (const { Effect, Action } of statements) {
      expect(Effect).toBe('Allow');
      expect(JSON.stringify(Action)).not.toContain('*');
    }
  });

  test('attach and detach its own interface and volume, on its own instances', () => {
    const reference = (kind: string) => ({ Ref: expect.stringMatching(new RegExp(`^Cachenodedata1${kind}`)) });
    expect(statement('OwnInterfaceAndVolume').Resource).toEqual([
      arn(':ec2:eu-central-1:', account, ':network-interface/', reference('Interface')),
      arn(':ec2:eu-central-1:', account, ':volume/', reference('Volume')),
    ]);
    expect(statement('OwnInstances')).toMatchObject({
      Action: ['ec2:AttachNetworkInterface', 'ec2:AttachVolume', 'ec2:DetachNetworkInterface', 'ec2:DetachVolume'],
      Resource: arn(':ec2:eu-central-1:', account, ':instance/*'),
      Condition: { StringEquals: { 'aws:ResourceTag/redis-blueprints:node': 'carts/data-1' } },
    });
    expect(statement('WhoHoldsThem')).toMatchObject({ Resource: '*', Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } } });
    expect(statement('VolumeGrant')).toMatchObject({ Action: 'kms:CreateGrant', Resource: key, Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' }, ...via('ec2') } });
    expect(statement('VolumeKey')).toMatchObject({ Action: ['kms:Decrypt', 'kms:DescribeKey'], Resource: key, Condition: via('ec2') });
  });

  test('read its own secrets, and write the authority alone', () => {
    const secret = (id: string) => ({ Ref: expect.stringMatching(new RegExp(`^Cachesecret${id}`)) });
    const authority = { Ref: expect.stringMatching(/^Cacheauthority/) };
    expect(statement('OwnSecrets')).toMatchObject({ Action: 'secretsmanager:GetSecretValue', Resource: [...['replication', 'sentinel', 'operator', 'metrics', 'backup', 'web'].map(secret), authority] });
    expect(statement('FillAuthority')).toMatchObject({ Action: 'secretsmanager:PutSecretValue', Resource: authority });
    expect(statement('SecretKey')).toMatchObject({ Resource: key, Condition: via('secretsmanager') });
  });

  test('only read an authority that is given', () => {
    const given = ofType(resourcesOf({ ...SENTINEL, certificates: { authoritySecretArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:ca-AbCdEf' } }), 'AWS::IAM::ManagedPolicy');
    expect(JSON.stringify(given)).not.toContain('PutSecretValue');
  });

  test('write its own prefix, its own metrics, logs and health', () => {
    const bucket = { 'Fn::GetAtt': [expect.stringMatching(/^Cachebackups/), 'Arn'] };
    expect(statement('WriteOwnBackups').Resource).toEqual({ 'Fn::Join': ['', [bucket, '/carts/main/*']] });
    expect(statement('ListOwnBackups')).toMatchObject({ Resource: bucket, Condition: { StringLike: { 's3:prefix': 'carts/main/*' } } });
    expect(statement('BackupKey')).toMatchObject({ Resource: key, Condition: via('s3') });
    expect(statement('OwnMetrics')).toMatchObject({ Action: 'cloudwatch:PutMetricData', Condition: { StringEquals: { 'cloudwatch:namespace': 'RedisBlueprints' } } });
    expect(statement('OwnLogs').Resource).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Cachenodelog/), 'Arn'] });
    expect(statement('OwnHealth').Resource).toEqual(arn(':autoscaling:eu-central-1:', account, ':autoScalingGroup:*:autoScalingGroupName/carts-data-1'));
    expect(statement('SessionChannels')).toMatchObject({ Action: expect.arrayContaining(['ssmmessages:OpenControlChannel']) as unknown });
  });

  test('touch no bucket on nodes that hold no data', () => {
    const policies = ofType(resourcesOf({ ...SENTINEL, sentinels: { placement: 'own-nodes' } }), 'AWS::IAM::ManagedPolicy').map((policy) => JSON.stringify(policy));
    expect(policies.filter((policy) => policy.includes('s3:'))).toHaveLength(3);
    expect(policies).toHaveLength(12);
  });

  test('stay below the limit of IAM with the most users and the longest names', () => {
    const users = Array.from({ length: 20 }, (_, index) => ({ name: `${'u'.repeat(62)}${index + 10}`, can: ['read' as const], keys: ['a:*'] }));
    const all = resourcesOf({ ...SENTINEL, name: 'a-cache-with-a-name-of-forty-characters0', users });
    /** What references become, in lengths: of a secret by its own name, of other resources by their longest ARNs. */
    const length = (value: unknown): number => {
      if (typeof value === 'string') return value.length;
      const { Ref: ref, 'Fn::Join': join } = value as { Ref?: string; 'Fn::Join'?: [string, unknown[]] };
      if (join !== undefined) return join[1].map(length).reduce((sum, each) => sum + each, 0);
      const name = ref === undefined ? undefined : all[ref]?.Properties.Name;
      return typeof name === 'string' ? `arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:${name}-AbCdEf`.length : 80;
    };
    const document = (value: unknown): string =>
      JSON.stringify(value, (_key, each: unknown) => (typeof each === 'object' && each !== null && ('Ref' in each || Object.keys(each).some((name) => name.startsWith('Fn::'))) ? 'x'.repeat(length(each)) : each));
    const sizes = policiesOf(all, 'data1').map(({ PolicyDocument }) => document(PolicyDocument).length);
    expect(sizes).toHaveLength(2);
    for (const size of sizes) expect(size).toBeLessThanOrEqual(6144);
  });
});

describe('around the nodes', () => {
  test('clients reach client ports, nodes each other, and out only to HTTPS and archives', () => {
    expect(one('AWS::EC2::SecurityGroup').Properties.SecurityGroupIngress).toMatchObject([6379, 26379].map((port) => ({ FromPort: port, ToPort: port, SourceSecurityGroupId: 'sg-0a1b2c3d4e5f60718' })));
    expect((one('AWS::EC2::SecurityGroup').Properties.SecurityGroupEgress as { FromPort: number }[]).map(({ FromPort }) => FromPort)).toEqual([443, 80]);
    expect((ofType(resourcesOf(CLUSTER), 'AWS::EC2::SecurityGroup')[0]!.Properties.SecurityGroupEgress as { FromPort: number }[]).map(({ FromPort }) => FromPort)).toEqual([443]);
    for (const type of ['AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress']) {
      expect(ofType(resources, type).map(({ Properties }) => Properties.FromPort)).toEqual([6379, 26379]);
    }
    expect(ofType(resourcesOf(CLUSTER), 'AWS::EC2::SecurityGroupIngress').map(({ Properties }) => Properties.FromPort)).toEqual([6379, 16379]);
  });

  test('backups are versioned, encrypted, private, and go after their time', () => {
    const bucket = one('AWS::S3::Bucket');
    expect(bucket).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
        LifecycleConfiguration: { Rules: [{ ExpirationInDays: 35, NoncurrentVersionExpiration: { NoncurrentDays: 7 } }, { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }] },
      },
    });
    const { Statement } = one('AWS::S3::BucketPolicy').Properties.PolicyDocument as { Statement: { Sid: string; Effect: string }[] };
    expect(Statement.map(({ Sid, Effect }) => `${Effect} ${Sid}`)).toEqual(['Deny OnlyTls', 'Deny OnlyKms', 'Deny OnlyThisKey', 'Deny NoKeyOfTheRequest']);
  });

  test('a copy is encrypted with the key of its region, and deletions stay here', () => {
    const backup = { copyToBucketArn: 'arn:aws:s3:::elsewhere', copyKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9' };
    templateOf({ ...SENTINEL, backup }).hasResourceProperties('AWS::S3::Bucket', {
      ReplicationConfiguration: {
        Rules: [
          {
            DeleteMarkerReplication: { Status: 'Disabled' },
            SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
            Destination: { Bucket: backup.copyToBucketArn, EncryptionConfiguration: { ReplicaKmsKeyID: backup.copyKeyArn } },
          },
        ],
      },
    });
  });

  test('the authority is a secret without a value, passwords are generated without punctuation', () => {
    const secrets = ofType(resources, 'AWS::SecretsManager::Secret').map(({ Properties }) => Properties);
    const authority = secrets.find(({ Name }) => Name === 'redis-blueprints/carts/tls/authority')!;
    expect(authority).not.toHaveProperty('SecretString');
    expect(authority).not.toHaveProperty('GenerateSecretString');
    for (const secret of secrets.filter((each) => each !== authority)) expect(secret.GenerateSecretString).toMatchObject({ ExcludePunctuation: true, GenerateStringKey: 'password' });
  });
});

describe('identity', () => {
  const typesOf = (blueprint: Blueprint) => Object.fromEntries(Object.entries(resourcesOf(blueprint)).map(([id, { Type }]) => [id, Type]));
  const four: ClusterBlueprint = { ...CLUSTER, shards: ['s1', 's2', 's3', 's4'] };

  test('removing the first shard takes its nodes away and renames nothing', () => {
    const before = typesOf(four);
    const after = typesOf({ ...four, shards: ['s2', 's3', 's4'] });
    expect(before).toMatchObject(after);
    const gone = Object.keys(before).filter((id) => !(id in after));
    expect(gone.filter((id) => /^Cachenodes1[12]/.test(id))).toHaveLength(18);
    expect(gone.filter((id) => !/^Cachenodes1[12]|^Cachealarm/.test(id))).toEqual([]);
  });

  test('what holds data keeps zone, subnet and group name when a shard goes', () => {
    const kept = (blueprint: Blueprint) =>
      Object.fromEntries(
        Object.entries(resourcesOf(blueprint))
          .filter(([id, { Type }]) => !/^Cachenodes1[12]/.test(id) && ['AWS::EC2::Volume', 'AWS::EC2::NetworkInterface', 'AWS::AutoScaling::AutoScalingGroup'].includes(Type))
          .map(([id, { Properties }]) => [id, [Properties.AvailabilityZone, Properties.SubnetId, Properties.AutoScalingGroupName]]),
      );
    expect(kept({ ...four, shards: ['s2', 's3', 's4'] })).toEqual(kept(four));
  });

  test('the largest cluster fits into a stack, and one more is an error', () => {
    const template = templateOf(largest()).toJSON() as { Resources: Resources };
    expect(ofType(template.Resources, 'AWS::AutoScaling::AutoScalingGroup')).toHaveLength(40);
    expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(500);
    expect(JSON.stringify(template).length).toBeLessThan(1_048_576);
    const [stack] = addBlueprints(new App(), [largest(21)]);
    Annotations.fromStack(stack!).hasError(
      '/events/Cache',
      Match.stringLikeRegexp('^a deployment must have at most 40 nodes on CloudFormation, whose stacks hold no more resources, got 42; take fewer and larger nodes, or deploy with Terraform, which has no such limit \\[RB911\\]'),
    );
  });
});

describe('constructs', () => {
  const { kind: _kind, network, region: _region, ...options } = SENTINEL;
  const inStack = () => new Stack(new App(), 'shop', { env: { region: 'eu-central-1' } });
  const sentinel = (stack: Stack, change: Partial<RedisSentinelProps> = {}) => new RedisSentinel(stack, 'Carts', { ...options, network, ...change });

  test('clients come in on every port they use, and nowhere else', () => {
    const stack = inStack();
    sentinel(stack).allowClientsFrom(ec2.SecurityGroup.fromSecurityGroupId(stack, 'Web', 'sg-0ffffffffffffffff'));
    const rules = Object.values(Template.fromStack(stack).findResources('AWS::EC2::SecurityGroupIngress', { Properties: { SourceSecurityGroupId: 'sg-0ffffffffffffffff' } })) as Resource[];
    expect(rules.map(({ Properties }) => Properties.FromPort)).toEqual([6379, 26379]);
  });

  test('an identity reads one password, and decrypts it through Secrets Manager only', () => {
    const stack = inStack();
    sentinel(stack).grantReadSecret(new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }), 'web');
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'kms:Decrypt', Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.eu-central-1.amazonaws.com' } } })]) },
    });
  });

  test('a user that does not exist is a coded error', () => {
    const carts = sentinel(inStack());
    expect(() => carts.secretOf('nobody')).toThrow(CacheUsageError);
    expect(() => carts.secretOf('nobody')).toThrow(/shop\/Carts: user "nobody" must be one of the deployment's users, got .*web; name a user of `users` \[RB904\]/);
  });

  test('metrics join the nodes that publish them', () => {
    const metric = sentinel(inStack()).metric('MemoryUsedPercent');
    expect(metric.expression).toBe('MAX([m0,m1,m2])');
    expect(metric.usingMetrics.m0).toMatchObject({ namespace: 'RedisBlueprints', dimensions: { Deployment: 'carts', Node: 'data-1' } });
  });

  test('tells where to connect', () => {
    expect(sentinel(inStack()).sentinels).toEqual(['data-1', 'data-2', 'data-3'].map((name) => `${name}.carts.redis.internal:26379`));
    expect(sentinel(inStack()).primaryName).toBe('carts');
    const { kind: _cluster, region: _of, ...props } = CLUSTER;
    expect(new RedisCluster(inStack(), 'Events', props).seedNodes[0]).toBe('s1-1.events.redis.internal:6379');
  });

  test('a VPC: nodes are pinned to its private subnets', () => {
    const stack = inStack();
    const vpc = new ec2.Vpc(stack, 'Vpc', { availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'], restrictDefaultSecurityGroup: false });
    sentinel(stack, { vpc, network: undefined });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::NetworkInterface', { SubnetId: { Ref: Match.stringLikeRegexp('^VpcPrivateSubnet1') } });
  });

  test.each<[string, Partial<RedisSentinelProps>, string]>([
    ['neither vpc nor network', { network: undefined }, 'exactly one of `vpc` and `network` must be given, got neither; pass the VPC construct, or describe the network [RB900]'],
    ['a copy without a key', { backup: { copyToBucketArn: 'arn:aws:s3:::elsewhere' } }, "`backup.copyKeyArn` must name the key of `backup.copyToBucketArn` on CloudFormation, which cannot look up the region of a bucket, got none; name a key in the copy's region [RB908]"],
  ])('%s is an error at the construct', (_case, change, message) => {
    const stack = inStack();
    const carts = sentinel(stack, change);
    const errors = Annotations.fromStack(stack).findError('/shop/Carts', Match.anyValue()).map(({ entry }) => entry.data as string);
    expect(errors.some((error) => error.startsWith(message))).toBe(true);
    expect(() => carts.plan).toThrow(/\[RB90[08]\]/);
  });
});

/** As many nodes as a stack may hold: two for each shard. */
function largest(shards = 20): ClusterBlueprint {
  return { ...CLUSTER, shards: Array.from({ length: shards }, (_, index) => `s${index + 1}`) };
}
