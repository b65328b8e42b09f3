import type { Renderer } from '../context';
import { literal } from '../text';
import { CloudwatchLogGroup } from '../vendor';

/** A log group for one stream of events; kept in the account when the cache's data are kept. */
export const renderLogGroup: Renderer<'logGroup'> = (node, context) => ({
  logGroup: new CloudwatchLogGroup(context.scopeOf(node), 'Default', {
    name: literal(node.name),
    retentionInDays: node.retentionDays,
    kmsKeyId: context.get('encryptionKey', node.key).arn,
    skipDestroy: node.retain,
    tags: context.tags,
  }),
});
