import type { ResolvedManagedBlueprint } from '../blueprint/resolve';
import { LIMITS } from '../catalog';

/** What the plan takes for granted and cannot check; shown in every report. */
export function assumptionsOf(resolved: ResolvedManagedBlueprint): string[] {
  return [
    ...(resolved.region === undefined ? ['The region is chosen at deployment; node types and zones were not checked against it.'] : []),
    ...(resolved.network.newVpc === undefined ? [] : ['The new network has no way in: peer it, or reach it through a transit gateway or endpoint.']),
    ...(resolved.encryption.kmsKeyArn === undefined
      ? []
      : ['The policy of the given KMS key lets CloudWatch alarms, CloudWatch Logs and ElastiCache use it.']),
    ...(resolved.monitoring.topicArns.length > 0 ? ['The given topics let CloudWatch and ElastiCache publish; the first one is not encrypted, since ElastiCache publishes its events to no encrypted topic.'] : []),
    ...(resolved.monitoring.emails.length > 0 ? ['Every e-mail recipient confirms the subscription.'] : []),
    ...(resolved.parameterGroup === undefined ? [] : ['The given parameter group holds what the workload needs; its values were not checked.']),
    ...passwordUsers(resolved),
  ];
}

/**
 * Every password is a reference in the template, which holds a limited number; Terraform has no such limit.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
function passwordUsers({ access }: ResolvedManagedBlueprint): string[] {
  const most = LIMITS.cloudFormation.dynamicReferencesPerStack.value;
  const count = access.mode === 'users' ? access.users.filter(({ authentication }) => authentication === 'password').length : 0;
  if (count <= most) return [];
  return [`It is deployed with Terraform: CloudFormation takes at most ${most} users with passwords, and there are ${count}. IAM users need none.`];
}
