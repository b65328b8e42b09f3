import type { Construct } from 'constructs';
import type { RedisNode } from '../../core/plan/nodes';
import { nodeById } from '../../core/plan/plan';
import { groupNameOf } from '../../core/plan/self-managed/infrastructure';
import { nodePermissions } from '../../core/plan/self-managed/node-permissions';
import type { PermissionStatement } from '../../core/plan/self-managed/node-permissions';
import type { RenderContext } from '../context';
import { literal } from '../text';
import { IamInstanceProfile, IamRole, IamRolePolicy } from '../vendor';
import type { EbsVolume, NetworkInterface } from '../vendor';

/** Characters that the provider takes of a role's prefix: it adds 26 of its own to a name of at most 64. */
const PREFIX_LENGTH = 38;

/** What the node's instances may do, each statement from the plan. */
export function renderNodeRole(
  scope: Construct,
  node: RedisNode,
  own: { readonly networkInterface: NetworkInterface; readonly volume: EbsVolume },
  context: RenderContext,
): { readonly role: IamRole; readonly permission: IamRolePolicy; readonly profile: IamInstanceProfile } {
  // IAM is the same in all regions: a stated name would keep the blueprint out of a second one.
  const namePrefix = literal(`${groupNameOf(context.plan.id, node).slice(0, PREFIX_LENGTH - 1)}-`);
  const role = new IamRole(scope, 'role', {
    namePrefix,
    description: literal(`Instances of ${node.name} of ${context.plan.id}`),
    assumeRolePolicy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] }),
    tags: context.tags,
  });
  const permission = new IamRolePolicy(scope, 'permission', {
    role: role.id,
    policy: JSON.stringify({ Version: '2012-10-17', Statement: statementsOf(node, own, context).map(written) }),
  });
  const profile = new IamInstanceProfile(scope, 'profile', { namePrefix, role: role.name, tags: context.tags });
  return { role, permission, profile };
}

function statementsOf(node: RedisNode, { networkInterface, volume }: { networkInterface: NetworkInterface; volume: EbsVolume }, context: RenderContext): readonly PermissionStatement[] {
  const { account, plan } = context;
  return nodePermissions(plan.id, node, {
    partition: account.partition,
    region: account.region,
    account: account.accountId,
    interfaceId: networkInterface.id,
    volumeId: volume.id,
    keyArn: context.get('encryptionKey', node.volume.key).arn,
    secretArns: node.secrets.map((id) => context.get('generatedSecret', id).secret.arn),
    authority: {
      secretArn: context.get('certificateAuthority', node.authority).secretArn,
      generated: nodeById(plan, 'certificateAuthority', node.authority).source.from === 'generated',
    },
    // Streams are below the group, and the provider's ARN ends at the group.
    logGroupArn: `${context.get('logGroup', node.logGroup).logGroup.arn}:*`,
    ...(node.backups === undefined ? {} : { bucketArn: context.get('backupBucket', node.backups).bucket.arn }),
  });
}

function written({ sid, actions, resources, conditions }: PermissionStatement): object {
  return { Sid: sid, Effect: 'Allow', Action: actions, Resource: resources, ...(conditions === undefined ? {} : { Condition: conditions }) };
}
