import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { renderPlan } from '../../lib/aws-cdk/render';
import type { Blueprint } from '../../lib/core/blueprint';
import { CATALOG, planOf, SESSIONS } from './support/plans';

function templateOf(blueprint: Blueprint): Template {
  const stack = new Stack(new App(), 'test');
  renderPlan(new Construct(stack, 'Cache'), planOf(blueprint));
  return Template.fromStack(stack);
}

describe('a replicated plan', () => {
  const template = templateOf(SESSIONS);

  test('counts nodes, never shards', () => {
    template.hasResource('AWS::ElastiCache::ReplicationGroup', {
      Properties: {
        ReplicationGroupId: 'sessions',
        NumCacheClusters: 3,
        NumNodeGroups: Match.absent(),
        ReplicasPerNodeGroup: Match.absent(),
        NodeGroupConfiguration: Match.absent(),
        PreferredCacheClusterAZs: Match.absent(),
        MultiAZEnabled: true,
        AutomaticFailoverEnabled: true,
        TransitEncryptionEnabled: true,
        TransitEncryptionMode: 'required',
        AtRestEncryptionEnabled: true,
      },
      DeletionPolicy: 'Snapshot',
      UpdateReplacePolicy: 'Snapshot',
      UpdatePolicy: Match.absent(),
    });
  });

  test('tags everything that takes tags', () => {
    for (const type of ['AWS::KMS::Key', 'AWS::SNS::Topic', 'AWS::ElastiCache::ReplicationGroup', 'AWS::SecretsManager::Secret', 'AWS::EC2::VPC']) {
      template.allResourcesProperties(type, { Tags: Match.arrayWith([{ Key: 'team', Value: 'storefront' }]) });
    }
  });
});

describe('a sharded plan', () => {
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
});
