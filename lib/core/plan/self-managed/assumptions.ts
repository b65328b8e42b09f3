import type { ResolvedSelfManagedBlueprint } from '../../blueprint/resolve-self-managed';

/** What the plan of a self-managed topology takes for granted and cannot check; shown in every report. */
export function selfManagedAssumptions(resolved: ResolvedSelfManagedBlueprint): string[] {
  const { region, kmsKeyArn, certificates, monitoring, backup } = resolved;
  return [
    ...(region === undefined ? ['The region is chosen at deployment; instance types and zones were not checked against it.'] : []),
    'The subnets are private and have a way to the AWS APIs and to the package archives of the image (NAT or endpoints with a mirror).',
    'The VPC resolves names of private hosted zones (`enableDnsSupport` and `enableDnsHostnames`).',
    'Clients trust the authority of the deployment and verify the nodes\' certificates.',
    ...(kmsKeyArn === undefined ? [] : ['The policy of the given KMS key lets CloudWatch alarms, CloudWatch Logs and this account\'s instances use it.']),
    ...(certificates.authoritySecretArn === undefined ? [] : ['The given secret holds `ca.crt` and `ca.key` of an authority that outlives every certificate it signs.']),
    ...(backup.copyToBucketArn === undefined ? [] : ['The given bucket for copies exists in another region, keeps versions and lets this account replicate to it.']),
    ...(monitoring.topicArns.length > 0 ? ['The given topics let CloudWatch publish.'] : []),
    ...(monitoring.emails.length > 0 ? ['Every e-mail recipient confirms the subscription.'] : []),
  ];
}
