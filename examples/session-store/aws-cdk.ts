import { Stack, Validations } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { ReplicatedCache } from 'redis-blueprints/aws-cdk';

/** An ordinary CDK app: a web service on Fargate that keeps its sessions in a replicated cache. */
export function build(app: App): void {
  const stack = new Stack(app, 'shop', { env: { region: 'eu-central-1' }, terminationProtection: true });
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-0a1b2c3d4e5f60718',
    availabilityZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
    privateSubnetIds: ['subnet-0aaa1111bbbb2222c', 'subnet-0bbb2222cccc3333d', 'subnet-0ccc3333dddd4444e'],
    privateSubnetRouteTableIds: ['rtb-0aaa1111bbbb2222c', 'rtb-0bbb2222cccc3333d', 'rtb-0ccc3333dddd4444e'],
  });

  const sessions = new ReplicatedCache(stack, 'Sessions', {
    name: 'sessions',
    region: 'eu-central-1',
    workload: 'session',
    nodeType: 'cache.r7g.large',
    replicas: 2,
    vpc,
    access: {
      users: [
        { name: 'web', can: ['read', 'write'], keys: ['session:*'] },
        { name: 'support', can: ['read'], keys: ['session:*'], authentication: 'iam' },
      ],
    },
    monitoring: { emails: ['platform-oncall@example.com'] },
  });

  const service = webService(stack, vpc);

  // The three things that a service needs: the way in, the address, the password.
  service.connections.allowTo(sessions, ec2.Port.tcp(sessions.port));
  service.taskDefinition.defaultContainer?.addEnvironment('REDIS_HOST', sessions.primaryEndpoint);
  service.taskDefinition.defaultContainer?.addEnvironment('REDIS_READER_HOST', sessions.readerEndpoint);
  service.taskDefinition.defaultContainer?.addEnvironment('REDIS_PORT', String(sessions.port));
  service.taskDefinition.defaultContainer?.addSecret('REDIS_PASSWORD', ecs.Secret.fromSecretsManager(sessions.secretOf('web'), 'password'));

  // Support staff read sessions without any password: their role is the credential.
  sessions.grantConnect(service.taskDefinition.taskRole, 'support');

  // Two findings of the rule packs that concern the service, not the cache.
  Validations.of(stack).acknowledge(
    { id: 'AwsSolutions-ECS2', reason: 'The environment holds host names and ports; the password comes from Secrets Manager.' },
    { id: 'NIST.800.53.R5-IAMNoInlinePolicy', reason: 'The CDK writes grants as inline policies, which live and die with their role.' },
    { id: 'HIPAA.Security-IAMNoInlinePolicy', reason: 'The CDK writes grants as inline policies, which live and die with their role.' },
  );
}

function webService(stack: Stack, vpc: ec2.IVpc): ecs.FargateService {
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop', vpc, securityGroups: [] });
  const key = new kms.Key(stack, 'LogKey', { enableKeyRotation: true });
  const logGroup = new logs.LogGroup(stack, 'WebLog', { retention: logs.RetentionDays.ONE_MONTH, encryptionKey: key });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Web', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addContainer('web', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/node:22'),
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web', logGroup }),
    readonlyRootFilesystem: true,
  });
  const securityGroup = new ec2.SecurityGroup(stack, 'WebSecurityGroup', { vpc, description: 'The web service', allowAllOutbound: false });
  return new ecs.FargateService(stack, 'WebService', { cluster, taskDefinition, securityGroups: [securityGroup], desiredCount: 3, minHealthyPercent: 100, circuitBreaker: { rollback: true } });
}
