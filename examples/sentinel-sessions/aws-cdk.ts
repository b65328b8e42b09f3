import { Stack, Validations } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { RedisSentinel } from 'redis-blueprints/aws-cdk';

/** Sessions behind Sentinels, for a web service that asks them for the primary. */
export function build(app: App): void {
  const stack = new Stack(app, 'sentinel-sessions', { env: { region: 'eu-central-1' }, terminationProtection: true });
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-0a1b2c3d4e5f60718',
    availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
    privateSubnetIds: ['subnet-0aaa1111bbbb2222c', 'subnet-0bbb2222cccc3333d', 'subnet-0ccc3333dddd4444e'],
  });

  const sessions = new RedisSentinel(stack, 'Sessions', {
    name: 'sentinel-sessions',
    environment: 'production',
    workload: 'session',
    instanceType: 'r7g.large',
    replicas: 2,
    vpc,
    users: [
      { name: 'web', can: ['read', 'write'], keys: ['session:*'] },
      { name: 'support', can: ['read'], keys: ['session:*'] },
    ],
    backup: {
      everyMinutes: 60,
      copyToBucketArn: 'arn:aws:s3:::example-sessions-backups-eu-west-1',
      copyKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9',
    },
    monitoring: { emails: ['platform-oncall@example.com'] },
  });

  // The way in on both ports, the engine's and the Sentinels', and the password.
  const web = ec2.SecurityGroup.fromSecurityGroupId(stack, 'WebSecurityGroup', 'sg-0123456789abcdef0');
  sessions.allowClientsFrom(web);
  sessions.grantReadSecret(iam.Role.fromRoleName(stack, 'WebRole', 'web'), 'web');

  const inlineGrants = 'The CDK writes grants as inline policies, which live and die with their role.';
  Validations.of(stack).acknowledge(
    { id: 'NIST.800.53.R5-IAMNoInlinePolicy', reason: inlineGrants },
    { id: 'HIPAA.Security-IAMNoInlinePolicy', reason: inlineGrants },
  );
}
