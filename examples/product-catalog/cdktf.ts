import type { App } from 'cdktf';
import { TerraformStack } from 'cdktf';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { ShardedCache } from 'redis-blueprints/cdktf';

/** A sharded cache in a network of its own, read by a storefront that proves who it is with its role alone. */
export function build(app: App): void {
  const stack = new TerraformStack(app, 'catalogue');
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  const catalog = new ShardedCache(stack, 'Catalog', {
    name: 'catalog',
    region: 'eu-west-1',
    workload: 'cache',
    nodeType: 'cache.m7g.xlarge',
    shardCount: 3,
    replicasPerShard: 1,
    shardScaling: { min: 3, max: 12, metric: 'memory' },
    replicaScaling: { min: 1, max: 3 },
    network: {
      newVpc: { cidr: '10.40.0.0/21', availabilityZones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] },
      // The storefront's network is peered with the cache's.
      allowFromCidrs: ['10.50.0.0/20'],
    },
    access: {
      users: [
        { name: 'storefront', can: ['read'], keys: ['product:*', 'price:*'], authentication: 'iam' },
        { name: 'indexer', can: ['read', 'write'], keys: ['product:*', 'price:*'], channels: ['catalog-changes'] },
      ],
    },
    monitoring: { emails: ['catalog-team@example.com'] },
  });
  new IamRolePolicy(stack, 'storefront-connects', { role: 'storefront', policy: catalog.connectPolicyDocument('storefront') });
}
