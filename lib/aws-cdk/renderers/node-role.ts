import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { RedisNode } from '../../core/plan/nodes';
import { nodePermissions } from '../../core/plan/self-managed/node-permissions';
import type { NodeResources, PermissionStatement } from '../../core/plan/self-managed/node-permissions';
import { acknowledgeWildcards } from '../acknowledgements';
import type { RenderContext } from '../render-context';

/** A role that only EC2 may assume, with the node's permissions in a managed policy, because the NIST and HIPAA packs refuse inline ones. */
export function renderNodeRole(node: RedisNode, own: NodeResources, scope: Construct, context: RenderContext) {
  const role = new iam.CfnRole(scope, 'Role', {
    description: `Node ${node.name} of ${context.plan.id}`,
    assumeRolePolicyDocument: new iam.PolicyDocument({
      statements: [new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals: [new iam.ServicePrincipal('ec2.amazonaws.com')] })],
    }),
  });
  const statements = nodePermissions(context.plan.id, node, own);
  // A policy of its own for what grows with the number of users: a managed policy ends at 6,144 characters.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  const ofSecrets = (statement: PermissionStatement): boolean => statement.actions.some((action) => action.startsWith('secretsmanager:'));
  const policies = [
    policyOf('Policy', `What node ${node.name} of ${context.plan.id} may do`, statements.filter((statement) => !ofSecrets(statement)), role, scope),
    policyOf('SecretsPolicy', `Secrets of node ${node.name} of ${context.plan.id}`, statements.filter(ofSecrets), role, scope),
  ];
  const profile = new iam.CfnInstanceProfile(scope, 'InstanceProfile', { roles: [role.ref] });
  return { role, policies, profile };
}

function policyOf(id: string, description: string, statements: readonly PermissionStatement[], role: iam.CfnRole, scope: Construct): iam.CfnManagedPolicy {
  const policy = new iam.CfnManagedPolicy(scope, id, { description, roles: [role.ref], policyDocument: new iam.PolicyDocument({ statements: statements.map(statementOf) }) });
  acknowledgeWildcards(policy, 'nodeWildcards');
  return policy;
}

function statementOf({ sid, actions, resources, conditions }: PermissionStatement): iam.PolicyStatement {
  return new iam.PolicyStatement({ sid, actions: [...actions], resources: [...resources], ...(conditions === undefined ? {} : { conditions: { ...conditions } }) });
}
