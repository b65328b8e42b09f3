import type { Renderer } from '../context';
import { literal } from '../text';
import { DefaultSecurityGroup, FlowLog, IamRole, IamRolePolicy, RouteTable, RouteTableAssociation, Subnet, Vpc } from '../vendor';

/** A private network without a way out: no gateway, an empty default security group, every flow logged. */
export const renderNetwork: Renderer<'network'> = (node, context) => {
  const { source } = node;
  if (source.from === 'existing') return { vpcId: source.vpcId, subnetIds: source.subnetIds, subnets: [] };

  const scope = context.scopeOf(node);
  const named = (name: string): { [key: string]: string } => ({ Name: literal(`${context.plan.id}-${name}`), ...context.tags });
  const vpc = new Vpc(scope, 'Default', { cidrBlock: source.cidr, enableDnsSupport: true, enableDnsHostnames: true, tags: named('network') });
  // Adopting the default group without rules is the only way to close it; it cannot be deleted.
  new DefaultSecurityGroup(scope, 'default-security-group', { vpcId: vpc.id, tags: named('closed') });
  const routes = new RouteTable(scope, 'routes', { vpcId: vpc.id, tags: named('private') });
  const subnets = source.subnets.map((planned) => {
    const subnet = new Subnet(scope, planned.id, {
      vpcId: vpc.id,
      cidrBlock: planned.cidr,
      availabilityZone: planned.zone,
      mapPublicIpOnLaunch: false,
      tags: named(planned.id),
    });
    new RouteTableAssociation(scope, `${planned.id}-routes`, { subnetId: subnet.id, routeTableId: routes.id });
    return subnet;
  });

  const { logGroup } = context.get('logGroup', source.flowLog);
  const role = new IamRole(scope, 'flow-log-role', {
    assumeRolePolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': context.account.accountId } },
        },
      ],
    }),
    tags: context.tags,
  });
  const permission = new IamRolePolicy(scope, 'flow-log-permission', {
    role: role.id,
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
          Resource: `${logGroup.arn}:*`,
        },
      ],
    }),
  });
  new FlowLog(scope, 'flow-log', {
    vpcId: vpc.id,
    trafficType: 'ALL',
    logDestination: logGroup.arn,
    iamRoleArn: role.arn,
    tags: named('flow-log'),
    dependsOn: [permission],
  });
  return { vpcId: vpc.id, subnetIds: subnets.map((subnet) => subnet.id), vpc, subnets };
};
