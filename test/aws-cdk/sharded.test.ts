import * as fs from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { addBlueprints } from '../../lib/aws-cdk';
import { CATALOG } from './support/plans';
import { templateOf } from './support/synth';

test('lists shards with ids and replicas, and reshards online', () => {
  templateOf(CATALOG).hasResource('AWS::ElastiCache::ReplicationGroup', {
    Properties: {
      NumCacheClusters: Match.absent(),
      NumNodeGroups: Match.absent(),
      ReplicasPerNodeGroup: Match.absent(),
      ClusterMode: 'enabled',
      NodeGroupConfiguration: [
        { NodeGroupId: '0001', ReplicaCount: 1 },
        { NodeGroupId: '0002', ReplicaCount: 1 },
        { NodeGroupId: '0003', ReplicaCount: 1 },
      ],
    },
    UpdatePolicy: { UseOnlineResharding: true },
  });
});

test('passes on slots and zones where they are named', () => {
  const shards = [
    { id: '0001', slots: '0-8191', primaryZone: 'eu-central-1a', replicaZones: ['eu-central-1b'] },
    { id: '0002', slots: '8192-16383', primaryZone: 'eu-central-1b', replicaZones: ['eu-central-1a'] },
  ];
  templateOf({ ...CATALOG, shards }).hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
    NodeGroupConfiguration: [
      { NodeGroupId: '0001', ReplicaCount: 1, Slots: '0-8191', PrimaryAvailabilityZone: 'eu-central-1a', ReplicaAvailabilityZones: ['eu-central-1b'] },
      { NodeGroupId: '0002', ReplicaCount: 1, Slots: '8192-16383', PrimaryAvailabilityZone: 'eu-central-1b', ReplicaAvailabilityZones: ['eu-central-1a'] },
    ],
  });
});

test('the existing network is used as it is', () => {
  const template = templateOf(CATALOG);
  template.resourceCountIs('AWS::EC2::VPC', 0);
  template.hasResourceProperties('AWS::ElastiCache::SubnetGroup', { SubnetIds: ['subnet-0a1b2c3d', 'subnet-0a1b2c3e'] });
  template.hasResourceProperties('AWS::EC2::SecurityGroup', {
    VpcId: 'vpc-0a1b2c3d',
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 6380, ToPort: 6380, SourceSecurityGroupId: 'sg-0a1b2c3d', Description: 'Clients of the cache' }],
  });
});

test('replicas scale by target tracking', () => {
  const template = templateOf(CATALOG);
  template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
    ServiceNamespace: 'elasticache',
    ScalableDimension: 'elasticache:replication-group:Replicas',
    ResourceId: { 'Fn::Join': ['', ['replication-group/', { Ref: Match.stringLikeRegexp('^Cachecache') }]] },
    MinCapacity: 1,
    MaxCapacity: 3,
  });
  template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: {
      PredefinedMetricSpecification: { PredefinedMetricType: 'ElastiCacheReplicaEngineCPUUtilization' },
      TargetValue: 60,
      ScaleOutCooldown: 600,
      ScaleInCooldown: 900,
    },
  });
});

test('shards scale on their own dimension', () => {
  const { shards: _shards, replicaScaling: _replicaScaling, ...rest } = CATALOG;
  templateOf({ ...rest, shardCount: 3, shardScaling: { min: 3, max: 6, metric: 'memory' } }).hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
    ScalableDimension: 'elasticache:replication-group:NodeGroups',
    MinCapacity: 3,
    MaxCapacity: 6,
  });
});

test.each([
  [500, 0],
  [250, 1],
  [83, 5],
  [90, 0],
  [15, 5],
])('%i shards with %i replicas stay below 500 resources and 1 MiB, as written', (shardCount, replicasPerShard) => {
  const { shards: _shards, replicaScaling: _replicaScaling, ...rest } = CATALOG;
  const network = { newVpc: { cidr: '10.0.0.0/16', availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'] } };
  const app = new App();
  addBlueprints(app, [{ ...rest, environment: 'staging', shardCount, replicasPerShard, network }]);
  const written = fs.readFileSync(app.synth().getStackByName('catalog').templateFullPath, 'utf8');
  expect(Object.keys((JSON.parse(written) as { Resources: object }).Resources).length).toBeLessThanOrEqual(500);
  expect(written.length).toBeLessThan(1_048_576);
}, 60_000);

test('a cache that scaling can make large is written without indentation from the start', () => {
  const app = new App();
  const { shards: _shards, replicaScaling: _replicaScaling, ...rest } = CATALOG;
  addBlueprints(app, [CATALOG, { ...rest, name: 'growing', shardCount: 3, shardScaling: { min: 3, max: 80 } }]);
  const lines = (stack: string) => fs.readFileSync(app.synth().getStackByName(stack).templateFullPath, 'utf8').split('\n').length;
  expect(lines('catalog')).toBeGreaterThan(100);
  expect(lines('growing')).toBe(1);
});
