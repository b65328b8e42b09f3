import type { RedisNode } from '../../core/plan/nodes';
import { nodeById } from '../../core/plan/plan';
import { secretVariable } from '../../core/config/boot';
import type { RenderContext } from '../render-context';

/** Lines of a node's environment file, see `NODE_ENV_VARIABLES`: ids, names and ARNs of its resources, never a secret. */
export function environmentOf(node: RedisNode, own: { readonly interfaceId: string; readonly volumeId: string }, context: RenderContext): string[] {
  return [
    `REGION=${context.stack.region}`,
    `INTERFACE_ID=${own.interfaceId}`,
    `VOLUME_ID=${own.volumeId}`,
    `KEY_ARN=${context.rendered('encryptionKey', node.volume.key).arn}`,
    `LOG_GROUP=${context.rendered('logGroup', node.logGroup).name}`,
    `AUTHORITY_SECRET_ARN=${context.rendered('certificateAuthority', node.authority).secretArn}`,
    ...(node.backups === undefined ? [] : [`BACKUP_BUCKET=${context.rendered('backupBucket', node.backups).name}`]),
    ...node.secrets.map((id) => `${secretVariable(nodeById(context.plan, 'generatedSecret', id).user)}=${context.rendered('generatedSecret', id).arn}`),
  ];
}
