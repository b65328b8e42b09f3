import { App, Mixins, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import { HardenReplicationGroup } from '../../lib/aws-cdk';

function hardened(props: Partial<elasticache.CfnReplicationGroupProps>, mixin: HardenReplicationGroup): Stack {
  const stack = new Stack(new App(), 'theirs');
  new elasticache.CfnReplicationGroup(stack, 'Group', { replicationGroupDescription: 'written by hand', numCacheClusters: 2, ...props });
  Mixins.of(stack).apply(mixin);
  return stack;
}

test('a new group gets everything', () => {
  Template.fromStack(hardened({ snapshotRetentionLimit: 0 }, new HardenReplicationGroup({ deployed: false }))).hasResource('AWS::ElastiCache::ReplicationGroup', {
    Properties: {
      TransitEncryptionEnabled: true,
      TransitEncryptionMode: 'required',
      AtRestEncryptionEnabled: true,
      AutomaticFailoverEnabled: true,
      MultiAZEnabled: true,
      SnapshotRetentionLimit: 15,
      AutoMinorVersionUpgrade: true,
      Port: Match.absent(),
    },
    DeletionPolicy: 'Snapshot',
    UpdateReplacePolicy: 'Snapshot',
  });
});

test('a deployed group is not replaced, and keeps clients without TLS', () => {
  const stack = hardened({}, new HardenReplicationGroup());
  Template.fromStack(stack).hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
    AtRestEncryptionEnabled: Match.absent(),
    TransitEncryptionEnabled: true,
    TransitEncryptionMode: 'preferred',
  });
  Annotations.fromStack(stack).hasWarning('/theirs/Group', Match.stringLikeRegexp('replaces the group.*RB915'));
  Annotations.fromStack(stack).hasWarning('/theirs/Group', Match.stringLikeRegexp('may still connect without it.*RB916'));
});

test('what a group states stays', () => {
  const stack = hardened(
    { snapshotRetentionLimit: 3, snapshotWindow: '01:00-02:00', autoMinorVersionUpgrade: false, transitEncryptionEnabled: true, atRestEncryptionEnabled: true },
    new HardenReplicationGroup(),
  );
  Template.fromStack(stack).hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
    SnapshotRetentionLimit: 3,
    SnapshotWindow: '01:00-02:00',
    AutoMinorVersionUpgrade: false,
    TransitEncryptionMode: Match.absent(),
  });
  Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
});

test('a group of one node gets no failover', () => {
  Template.fromStack(hardened({ numCacheClusters: 1 }, new HardenReplicationGroup())).hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
    AutomaticFailoverEnabled: Match.absent(),
    MultiAZEnabled: Match.absent(),
  });
});
