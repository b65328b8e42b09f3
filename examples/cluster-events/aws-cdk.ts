import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { RedisCluster } from 'redis-blueprints/aws-cdk';

/** A cluster for a stream of events, in a network of the same app: ids may be known at deployment only, zones may not. */
export function build(app: App): void {
  const network = new Stack(app, 'network', { env: { region: 'eu-central-1' } });
  const vpc = new ec2.Vpc(network, 'Vpc', {
    availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
    ipAddresses: ec2.IpAddresses.cidr('10.30.0.0/16'),
    restrictDefaultSecurityGroup: false,
  });

  const stack = new Stack(app, 'cluster-events', { env: { region: 'eu-central-1' }, terminationProtection: true });
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
  events.connections.allowDefaultPortFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), 'Services of this network');

  new CfnOutput(stack, 'Seeds', { value: events.seedNodes.join(',') });
}
