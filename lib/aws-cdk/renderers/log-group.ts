import * as logs from 'aws-cdk-lib/aws-logs';
import { MAIN, nodeScope, retainIf } from '../node-scope';
import type { Renderer } from '../render-context';

/** An encrypted log group with retention. */
export const renderLogGroup: Renderer<'logGroup'> = (node, context) => {
  const resource = new logs.CfnLogGroup(nodeScope(node, context), MAIN, {
    logGroupName: node.name,
    retentionInDays: node.retentionDays,
    kmsKeyId: context.rendered('encryptionKey', node.key).arn,
  });
  retainIf(resource, node.retain);
  return { resource, name: resource.ref, arn: resource.attrArn };
};
