import type { App } from 'cdktf';
import { TerraformStack } from 'cdktf';
import { EcsTaskDefinition } from '@cdktf/provider-aws/lib/ecs-task-definition';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { ReplicatedCache } from 'redis-blueprints/cdktf';

const VPC_ID = 'vpc-0a1b2c3d4e5f60718';

/** An ordinary CDKTF app: a web task on Fargate that keeps its sessions in a replicated cache. */
export function build(app: App): void {
  const stack = new TerraformStack(app, 'shop');
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });

  const sessions = new ReplicatedCache(stack, 'Sessions', {
    name: 'sessions',
    region: 'eu-central-1',
    workload: 'session',
    nodeType: 'cache.r7g.large',
    replicas: 2,
    network: {
      vpcId: VPC_ID,
      subnetIds: ['subnet-0aaa1111bbbb2222c', 'subnet-0bbb2222cccc3333d', 'subnet-0ccc3333dddd4444e'],
      availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
    },
    access: {
      users: [
        { name: 'web', can: ['read', 'write'], keys: ['session:*'] },
        { name: 'support', can: ['read'], keys: ['session:*'], authentication: 'iam' },
      ],
    },
    monitoring: { emails: ['platform-oncall@example.com'] },
  });

  // The way in, from both sides.
  const web = new SecurityGroup(stack, 'web', { name: 'web', description: 'The web service', vpcId: VPC_ID });
  sessions.allowFrom(web.id);
  new VpcSecurityGroupEgressRule(stack, 'web-to-sessions', {
    securityGroupId: web.id,
    referencedSecurityGroupId: sessions.securityGroupId,
    ipProtocol: 'tcp',
    fromPort: sessions.port,
    toPort: sessions.port,
  });

  // Support staff read sessions without any password: their role is the credential.
  const role = new IamRole(stack, 'task', { name: 'web-task', assumeRolePolicy: trustOf('ecs-tasks.amazonaws.com') });
  new IamRolePolicy(stack, 'connect', { role: role.id, policy: sessions.connectPolicyDocument('support') });

  // The address and the password: a reference to the secret, never its value.
  new EcsTaskDefinition(stack, 'web-task', {
    family: 'web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '512',
    memory: '1024',
    taskRoleArn: role.arn,
    executionRoleArn: executionRole(stack, sessions.secretArn('web'), sessions.keyArn).arn,
    containerDefinitions: JSON.stringify([
      {
        name: 'web',
        image: 'public.ecr.aws/docker/library/node:22',
        essential: true,
        readonlyRootFilesystem: true,
        environment: [
          { name: 'REDIS_HOST', value: sessions.primaryEndpoint },
          { name: 'REDIS_READER_HOST', value: sessions.readerEndpoint },
          { name: 'REDIS_PORT', value: String(sessions.port) },
        ],
        secrets: [{ name: 'REDIS_PASSWORD', valueFrom: `${sessions.secretArn('web')}:password::` }],
      },
    ]),
  });
}

/** The role that fetches the password when a task starts; the secret is encrypted with the cache's key. */
function executionRole(stack: TerraformStack, secretArn: string, keyArn: string): IamRole {
  const role = new IamRole(stack, 'execution', { name: 'web-execution', assumeRolePolicy: trustOf('ecs-tasks.amazonaws.com') });
  new IamRolePolicy(stack, 'read-password', {
    role: role.id,
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: secretArn },
        { Effect: 'Allow', Action: 'kms:Decrypt', Resource: keyArn },
      ],
    }),
  });
  return role;
}

function trustOf(service: string): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }] });
}
