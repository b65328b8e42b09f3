import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { RedisNode } from '../../core/plan/nodes';
import { nodePermissions } from '../../core/plan/self-managed/node-permissions';
import type { NodeResources } from '../../core/plan/self-managed/node-permissions';
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
  const policy = new iam.CfnManagedPolicy(scope, 'Policy', {
    description: `What node ${node.name} of ${context.plan.id} may do`,
    roles: [role.ref],
    policyDocument: new iam.PolicyDocument({ statements: nodePermissions(context.plan.id, node, own).map(statementOf) }),
  });
  acknowledgeWildcards(policy, 'nodeWildcards');
  const profile = new iam.CfnInstanceProfile(scope, 'InstanceProfile', { roles: [role.ref] });
  return { role, policy, profile };
}

function statementOf({ sid, actions, resources, conditions }: ReturnType<typeof nodePermissions>[number]): iam.PolicyStatement {
  return new iam.PolicyStatement({ sid, actions: [...actions], resources: [...resources], ...(conditions === undefined ? {} : { conditions: { ...conditions } }) });
}
