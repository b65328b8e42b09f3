import { LIMITS } from '../core/catalog';
import type { Finding } from '../core/finding';
import { nodesOfKind } from '../core/plan/plan';
import type { Plan } from '../core/plan/plan';
import { constructFinding } from './construct-error';

/** What keeps a plan out of a template, whatever its rules say. Needs no CDK, so that a command can ask before it loads one. */
export function templateFindings(plan: Plan): Finding[] {
  return [...dynamicReferenceFindings(plan), ...copyKeyFindings(plan), ...nodeCountFindings(plan)];
}

/**
 * Every password is a dynamic reference, of which a template holds a limited number.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
function dynamicReferenceFindings(plan: Plan): Finding[] {
  const most = LIMITS.cloudFormation.dynamicReferencesPerStack.value;
  const count = nodesOfKind(plan, 'accessUser').filter(({ authentication }) => authentication.method === 'password').length;
  if (count <= most) return [];
  return [
    constructFinding('dynamicReferences', ['access', 'users'], `\`access.users\` must hold at most ${most} users with passwords on CloudFormation, whose templates take no more references to secrets, got ${count}`, 'let users authenticate with IAM, which needs no password'),
  ];
}

/**
 * The ARN of a bucket does not tell its region, CloudFormation cannot ask, and a copy is encrypted with a key of its own region.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
function copyKeyFindings(plan: Plan): Finding[] {
  const open = nodesOfKind(plan, 'backupBucket').some(({ copyToBucketArn, copyKeyArn }) => copyToBucketArn !== undefined && copyKeyArn === undefined);
  if (!open) return [];
  return [
    constructFinding('copyKey', ['backup', 'copyToBucketArn'], '`backup.copyKeyArn` must name the key of `backup.copyToBucketArn` on CloudFormation, which cannot look up the region of a bucket, got none', "name a key in the copy's region"),
  ];
}

/** Nodes that fit into a stack together with their alarms: 40 of them were 455 resources and 0.9 MB, of 500 and 1 MB. */
export const NODES_PER_STACK = 40;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
function nodeCountFindings(plan: Plan): Finding[] {
  const count = nodesOfKind(plan, 'redisNode').length;
  if (count <= NODES_PER_STACK) return [];
  return [
    constructFinding('nodeCount', plan.kind === 'cluster' ? 'shards' : 'replicas', `a deployment must have at most ${NODES_PER_STACK} nodes on CloudFormation, whose stacks hold no more resources, got ${count}`, 'take fewer and larger nodes, or deploy with Terraform, which has no such limit'),
  ];
}
