import type { App } from 'cdktf';
import { TerraformOutput, TerraformStack } from 'cdktf';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { RedisCluster } from 'redis-blueprints/cdktf';

const ZONES = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'];

/** A cluster for a stream of events, in a network of the same stack: ids may be known at deployment only, zones may not. */
export function build(app: App): void {
  const stack = new TerraformStack(app, 'cluster-events');
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  const vpc = new Vpc(stack, 'vpc', { cidrBlock: '10.30.0.0/20', enableDnsSupport: true, enableDnsHostnames: true });
  const subnets = ZONES.map((availabilityZone, index) => ({
    availabilityZone,
    subnetId: new Subnet(stack, availabilityZone, { vpcId: vpc.id, availabilityZone, cidrBlock: `10.30.${String(index)}.0/24` }).id,
  }));

  const events = new RedisCluster(stack, 'Events', {
    name: 'cluster-events',
    environment: 'production',
    region: 'eu-central-1',
    workload: 'queue',
    instanceType: 'm7g.large',
    shards: ['s1', 's2', 's3'],
    replicas: 2,
    network: { vpcId: vpc.id, subnets, allowFromCidrs: ['10.30.8.0/22'] },
    users: [
      { name: 'producer', can: ['write'], keys: ['events:*'] },
      { name: 'consumer', can: ['read', 'write'], keys: ['events:*'] },
    ],
    directives: { 'stream-node-max-entries': 500 },
    monitoring: { emails: ['platform-oncall@example.com'] },
  });

  new TerraformOutput(stack, 'seeds', { value: events.seedNodes.join(',') });
}
