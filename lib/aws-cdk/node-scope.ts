import { CfnDeletionPolicy } from 'aws-cdk-lib';
import type { CfnResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PlanNode } from '../core/plan/nodes';
import type { RenderContext } from './render-context';

/** Construct id of a node's main resource; CDK leaves the word out of the readable part of logical ids. */
export const MAIN = 'Resource';

/** The construct that holds every resource of a node, named by the node's id, so that logical ids never follow a list position. */
export function nodeScope(node: PlanNode, context: RenderContext): Construct {
  return new Construct(context.scope, node.id);
}

/**
 * Keeps a resource when its stack goes, or lets it go with the stack. A deployment that fails while it creates the resource takes
 * it away again, since its fixed name would block the next attempt.
 */
export function retainIf(resource: CfnResource, retain: boolean): void {
  resource.cfnOptions.deletionPolicy = retain ? CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE : CfnDeletionPolicy.DELETE;
  resource.cfnOptions.updateReplacePolicy = retain ? CfnDeletionPolicy.RETAIN : CfnDeletionPolicy.DELETE;
}
