import { Stack, Validations } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ShardedCache } from 'redis-blueprints/aws-cdk';

/** A sharded cache in a network of its own, read by a storefront that proves who it is with its role alone. */
export function build(app: App): void {
  const stack = new Stack(app, 'catalogue', { env: { region: 'eu-west-1' }, terminationProtection: true });
  const catalog = new ShardedCache(stack, 'Catalog', {
    name: 'catalog',
    region: 'eu-west-1',
    workload: 'cache',
    nodeType: 'cache.m7g.xlarge',
    shardCount: 3,
    replicasPerShard: 1,
    shardScaling: { min: 3, max: 12, metric: 'memory' },
    replicaScaling: { min: 1, max: 3 },
    network: { newVpc: { cidr: '10.40.0.0/21', availabilityZones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] } },
    access: {
      users: [
        { name: 'storefront', can: ['read'], keys: ['product:*', 'price:*'], authentication: 'iam' },
        { name: 'indexer', can: ['read', 'write'], keys: ['product:*', 'price:*'], channels: ['catalog-changes'] },
      ],
    },
    monitoring: { emails: ['catalog-team@example.com'] },
  });

  // The storefront's network is peered with the cache's.
  catalog.connections.allowFrom(ec2.Peer.ipv4('10.50.0.0/20'), ec2.Port.tcp(catalog.port), 'Storefront through peering');
  catalog.grantConnect(iam.Role.fromRoleName(stack, 'Storefront', 'storefront'), 'storefront');

  const inlineGrants = 'The CDK writes grants as inline policies, which live and die with their role.';
  Validations.of(stack).acknowledge(
    { id: 'NIST.800.53.R5-IAMNoInlinePolicy', reason: inlineGrants },
    { id: 'HIPAA.Security-IAMNoInlinePolicy', reason: inlineGrants },
  );
}
