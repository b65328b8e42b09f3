import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { RenderContext } from '../render-context';
import type { RenderedLogGroup } from '../rendered';

const FLOW_LOGS_SERVICE = 'vpc-flow-logs.amazonaws.com';

/**
 * Flow logs of a VPC, all traffic, to one log group. The role is bound to this account, and may write to this group only;
 * a managed policy, because the NIST and HIPAA packs refuse inline ones.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
export function renderFlowLog(scope: Construct, vpc: ec2.CfnVPC, logGroup: RenderedLogGroup, context: RenderContext): void {
  const { stack } = context;
  const role = new iam.CfnRole(scope, 'FlowLogRole', {
    assumeRolePolicyDocument: new iam.PolicyDocument({
      statements: [
        new iam.PolicyStatement({
          actions: ['sts:AssumeRole'],
          principals: [new iam.ServicePrincipal(FLOW_LOGS_SERVICE)],
          conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
        }),
      ],
    }),
  });
  const policy = new iam.CfnManagedPolicy(scope, 'FlowLogPolicy', {
    policyDocument: new iam.PolicyDocument({
      statements: [
        new iam.PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
          resources: [logGroup.arn],
        }),
      ],
    }),
    roles: [role.ref],
  });
  const flowLog = new ec2.CfnFlowLog(scope, 'FlowLog', {
    resourceId: vpc.ref,
    resourceType: 'VPC',
    trafficType: 'ALL',
    logDestinationType: 'cloud-watch-logs',
    logGroupName: logGroup.name,
    deliverLogsPermissionArn: role.attrArn,
  });
  flowLog.addResourceDependency(policy);
}
