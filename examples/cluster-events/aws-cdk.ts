import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { RedisCluster } from 'redis-blueprints/aws-cdk';

/** A cluster for a stream of events, in a network that exists; services of the same network may connect. */
export function build(app: App): void {
  const stack = new Stack(app, 'cluster-events', { env: { region: 'eu-central-1' }, terminationProtection: true });
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-0a1b2c3d4e5f60718',
    availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
    privateSubnetIds: ['subnet-0aaa1111bbbb2222c', 'subnet-0bbb2222cccc3333d', 'subnet-0ccc3333dddd4444e'],
    privateSubnetRouteTableIds: ['rtb-0aaa1111bbbb2222c', 'rtb-0bbb2222cccc3333d', 'rtb-0ccc3333dddd4444e'],
  });

  const events = new RedisCluster(stack, 'Events', {
    name: 'cluster-events',
    environment: 'production',
    workload: 'queue',
    instanceType: 'm7g.large',
    shards: ['s1', 's2', 's3'],
    replicas: 2,
    vpc,
    users: [
      { name: 'producer', can: ['write'], keys: ['events:*'] },
      { name: 'consumer', can: ['read', 'write'], keys: ['events:*'] },
    ],
    directives: { 'stream-node-max-entries': 500 },
    monitoring: { emails: ['platform-oncall@example.com'] },
  });
  events.connections.allowDefaultPortFrom(ec2.Peer.ipv4('10.30.0.0/16'), 'Services of this network');

  new CfnOutput(stack, 'Seeds', { value: events.seedNodes.join(',') });
}
