import type { App } from 'cdktf';
import { TerraformStack } from 'cdktf';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { RedisSentinel } from 'redis-blueprints/cdktf';

/** Sessions behind Sentinels, for a web service that asks them for the primary. */
export function build(app: App): void {
  const stack = new TerraformStack(app, 'sentinel-sessions');
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  const vpcId = 'vpc-0a1b2c3d4e5f60718';

  const sessions = new RedisSentinel(stack, 'Sessions', {
    name: 'sentinel-sessions',
    environment: 'production',
    region: 'eu-central-1',
    workload: 'session',
    instanceType: 'r7g.large',
    replicas: 2,
    network: {
      vpcId,
      subnets: [
        { subnetId: 'subnet-0aaa1111bbbb2222c', availabilityZone: 'eu-central-1a' },
        { subnetId: 'subnet-0bbb2222cccc3333d', availabilityZone: 'eu-central-1b' },
        { subnetId: 'subnet-0ccc3333dddd4444e', availabilityZone: 'eu-central-1c' },
      ],
    },
    users: [
      { name: 'web', can: ['read', 'write'], keys: ['session:*'] },
      { name: 'support', can: ['read'], keys: ['session:*'] },
    ],
    backup: { everyMinutes: 60, copyToBucketArn: 'arn:aws:s3:::example-sessions-backups-eu-west-1' },
    monitoring: { emails: ['platform-oncall@example.com'] },
  });

  const web = new SecurityGroup(stack, 'web', { vpcId, description: 'The web service' });
  sessions.allowFrom(web.id);
  new IamRolePolicy(stack, 'web-reads-its-password', {
    role: 'web',
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: sessions.secretArn('web') },
        { Effect: 'Allow', Action: 'kms:Decrypt', Resource: sessions.keyArn, Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.eu-central-1.amazonaws.com' } } },
      ],
    }),
  });
}
