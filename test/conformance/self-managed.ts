import { nodesOfKind } from '../../lib/core';
import type { Plan } from '../../lib/core';
import { byName } from './facts';
import type { AlarmFacts, CacheFacts, WidgetFacts } from './facts';
import { alarmFacts as planAlarm, widgetFacts } from './plan-facts';
import { alarmFacts as templateAlarm, childrenOf, textOf, widgetsOf } from './template-facts';
import type { Template } from './template-facts';
import { alarmFacts as terraformAlarm } from './terraform-facts';
import type { TerraformJson } from './terraform-facts';

type Json = Record<string, unknown>;

/** What plan, template and Terraform JSON of a self-managed deployment must agree on. */
export interface SelfManagedFacts {
  /** Host name to what stands behind it. */
  readonly nodes: readonly { readonly host: string; readonly subnet: string; readonly template: string }[];
  /** Zone, size, IOPS, throughput and encryption of every data volume. */
  readonly volumes: readonly string[];
  /** Smallest, wanted and largest size of every group, and its subnet. */
  readonly groups: readonly string[];
  readonly clients: readonly string[];
  readonly peers: readonly number[];
  readonly secrets: readonly string[];
  readonly backupDays: number;
  readonly logs: readonly string[];
  readonly keyRotates: boolean;
  readonly alarms: readonly AlarmFacts[];
  readonly composites: CacheFacts['composites'];
  readonly widgets: readonly WidgetFacts[];
  readonly outputs: number;
}

const sorted = <T>(items: readonly T[]): T[] => [...items].sort();

export function selfManagedFactsOfPlan(plan: Plan): SelfManagedFacts {
  const [firewall] = nodesOfKind(plan, 'nodeFirewall');
  const [authority] = nodesOfKind(plan, 'certificateAuthority');
  const nodes = nodesOfKind(plan, 'redisNode');
  const alarmName = new Map([...nodesOfKind(plan, 'alarm'), ...nodesOfKind(plan, 'compositeAlarm')].map((alarm) => [alarm.id, alarm.name]));
  return {
    nodes: nodes.map(({ host, subnetId, instanceType }) => ({ host, subnet: subnetId, template: `${instanceType}, tokens required, hop limit 1, no public address` })).sort(byName((node) => node.host)),
    volumes: sorted(nodes.map(({ zone, volume }) => `${zone} ${volume.sizeGiB} GiB ${volume.iops} ${volume.throughputMiBps} encrypted`)),
    groups: sorted(nodes.map(({ subnetId }) => `1/1/1 ${subnetId}`)),
    clients: sorted([...firewall!.allowFromCidrs, ...firewall!.allowFromSecurityGroups].flatMap((source) => firewall!.clientPorts.map((port) => `${source}:${port}`))),
    peers: sorted(firewall!.peerPorts),
    secrets: sorted([...nodesOfKind(plan, 'generatedSecret').map(({ secretName }) => secretName), ...(authority!.source.from === 'generated' ? [authority!.source.secretName] : [])]),
    backupDays: nodesOfKind(plan, 'backupBucket')[0]!.retentionDays,
    logs: sorted(nodesOfKind(plan, 'logGroup').map(({ name, retentionDays }) => `${name} ${retentionDays}`)),
    keyRotates: nodesOfKind(plan, 'encryptionKey').every(({ source }) => source.from === 'new' && source.rotation),
    alarms: nodesOfKind(plan, 'alarm').map(planAlarm).sort(byName((alarm) => alarm.name)),
    composites: nodesOfKind(plan, 'compositeAlarm')
      .map((composite) => ({ name: composite.name, children: sorted(composite.anyOf.map((id) => alarmName.get(id)!)), notifies: composite.notify !== undefined }))
      .sort(byName((composite) => composite.name)),
    widgets: nodesOfKind(plan, 'dashboard').flatMap(({ widgets }) => widgets.map(widgetFacts)),
    outputs: nodesOfKind(plan, 'output').length,
  };
}

export function selfManagedFactsOfTemplate(template: Template): SelfManagedFacts {
  const all = (type: string): Json[] => Object.values(template.Resources).filter((resource) => resource.Type === type).map((resource) => resource.Properties);
  const at = (reference: unknown): Json => template.Resources[(reference as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'][0]]!.Properties;
  const hostOf = ({ Tags }: Json): string => (Tags as { Key: string; Value: string }[]).find(({ Key }) => Key === 'Name')!.Value;
  const records = all('AWS::Route53::RecordSet');
  const groupOf = (host: string): Json => all('AWS::AutoScaling::AutoScalingGroup').find((group) => hostOf(group) === host)!;
  const templateOf = (group: Json): Json => template.Resources[((group.LaunchTemplate as Json).LaunchTemplateId as { Ref: string }).Ref]!.Properties.LaunchTemplateData as Json;
  const alarmNames = new Map([...all('AWS::CloudWatch::Alarm'), ...all('AWS::CloudWatch::CompositeAlarm')].map(({ AlarmName }) => [String(AlarmName), true]));
  const lifecycle = all('AWS::S3::Bucket')[0]!.LifecycleConfiguration as { Rules: { Id: string; ExpirationInDays?: number }[] };
  return {
    nodes: records
      .map(({ Name, ResourceRecords }) => {
        const { InstanceType, MetadataOptions, NetworkInterfaces } = templateOf(groupOf(String(Name))) as { InstanceType: string; MetadataOptions: Json; NetworkInterfaces: Json[] };
        return { host: String(Name), subnet: String(at((ResourceRecords as unknown[])[0]).SubnetId), template: launch(InstanceType, MetadataOptions.HttpTokens, MetadataOptions.HttpPutResponseHopLimit, NetworkInterfaces[0]!.AssociatePublicIpAddress) };
      })
      .sort(byName((node) => node.host)),
    volumes: sorted(all('AWS::EC2::Volume').map((volume) => `${String(volume.AvailabilityZone)} ${String(volume.Size)} GiB ${String(volume.Iops)} ${String(volume.Throughput)} ${volume.Encrypted === true ? 'encrypted' : 'plain'}`)),
    groups: sorted(all('AWS::AutoScaling::AutoScalingGroup').map((group) => `${String(group.MinSize)}/${String(group.DesiredCapacity)}/${String(group.MaxSize)} ${(group.VPCZoneIdentifier as string[]).join()}`)),
    clients: sorted(all('AWS::EC2::SecurityGroup').flatMap(({ SecurityGroupIngress }) => ((SecurityGroupIngress ?? []) as Json[]).map((rule) => `${String(rule.CidrIp ?? rule.SourceSecurityGroupId)}:${String(rule.FromPort)}`))),
    peers: sorted(all('AWS::EC2::SecurityGroupIngress').map(({ FromPort }) => Number(FromPort))),
    secrets: sorted(all('AWS::SecretsManager::Secret').map(({ Name }) => String(Name))),
    backupDays: lifecycle.Rules.find(({ ExpirationInDays }) => ExpirationInDays !== undefined)!.ExpirationInDays!,
    logs: sorted(all('AWS::Logs::LogGroup').map(({ LogGroupName, RetentionInDays }) => `${String(LogGroupName)} ${String(RetentionInDays)}`)),
    keyRotates: all('AWS::KMS::Key').every(({ EnableKeyRotation }) => EnableKeyRotation === true),
    alarms: all('AWS::CloudWatch::Alarm').map(templateAlarm).sort(byName((alarm) => alarm.name)),
    composites: all('AWS::CloudWatch::CompositeAlarm')
      .map((composite) => ({ name: String(composite.AlarmName), children: childrenOf(composite.AlarmRule, alarmNames), notifies: ((composite.AlarmActions ?? []) as unknown[]).length > 0 }))
      .sort(byName((composite) => composite.name)),
    widgets: all('AWS::CloudWatch::Dashboard').flatMap(({ DashboardBody }) => widgetsOf(textOf(DashboardBody))),
    outputs: Object.keys(template.Outputs ?? {}).length,
  };
}

export function selfManagedFactsOfTerraform(json: TerraformJson): SelfManagedFacts {
  const all = (type: string): Json[] => Object.values(json.resource[type] ?? {});
  const target = (value: unknown): Json | undefined => {
    const match = /^\$\{(\w+)\.([^.}]+)\.\w+\}$/.exec(String(value));
    return match === null ? undefined : json.resource[match[1]!]?.[match[2]!];
  };
  const nameOf = (resource: Json): string => (resource.tags as { Name: string }).Name;
  const rules = all('aws_vpc_security_group_ingress_rule');
  const toPeers = (rule: Json): boolean => rule.referenced_security_group_id === rule.security_group_id;
  const templates = new Map(all('aws_launch_template').map((template) => [String(template.name), template]));
  const firstOf = (value: unknown): Json => (Array.isArray(value) ? value[0] : value) as Json;
  return {
    nodes: all('aws_route53_record')
      .map(({ name, records }) => {
        const address = target((records as unknown[])[0])!;
        const template = templates.get(nameOf(address))!;
        const metadata = firstOf(template.metadata_options);
        return { host: String(name), subnet: String(address.subnet_id), template: launch(template.instance_type, metadata.http_tokens, metadata.http_put_response_hop_limit, firstOf(template.network_interfaces).associate_public_ip_address) };
      })
      .sort(byName((node) => node.host)),
    volumes: sorted(all('aws_ebs_volume').map((volume) => `${String(volume.availability_zone)} ${String(volume.size)} GiB ${String(volume.iops)} ${String(volume.throughput)} ${volume.encrypted === true ? 'encrypted' : 'plain'}`)),
    groups: sorted(all('aws_autoscaling_group').map((group) => `${String(group.min_size)}/${String(group.desired_capacity)}/${String(group.max_size)} ${(group.vpc_zone_identifier as string[]).join()}`)),
    clients: sorted(rules.filter((rule) => !toPeers(rule)).map((rule) => `${String(rule.cidr_ipv4 ?? rule.referenced_security_group_id)}:${String(rule.from_port)}`)),
    peers: sorted(rules.filter(toPeers).map(({ from_port }) => Number(from_port))),
    secrets: sorted(all('aws_secretsmanager_secret').map(({ name }) => String(name))),
    backupDays: Number(all('aws_s3_bucket_lifecycle_configuration').flatMap(({ rule }) => (rule as { expiration: { days?: number }[] }[]).flatMap(({ expiration }) => expiration.map(({ days }) => days))).find((days) => days !== undefined)),
    logs: sorted(all('aws_cloudwatch_log_group').map(({ name, retention_in_days }) => `${String(name)} ${String(retention_in_days)}`)),
    keyRotates: all('aws_kms_key').every(({ enable_key_rotation }) => enable_key_rotation === true),
    alarms: all('aws_cloudwatch_metric_alarm').map(terraformAlarm).sort(byName((alarm) => alarm.name)),
    composites: all('aws_cloudwatch_composite_alarm')
      .map((composite) => ({
        name: String(composite.alarm_name),
        children: sorted([...String(composite.alarm_rule).matchAll(/ALARM\("?([^")]+)"?\)/g)].map((match) => String(target(match[1])?.alarm_name ?? `unknown ${match[1]!}`))),
        notifies: ((composite.alarm_actions ?? []) as unknown[]).length > 0,
      }))
      .sort(byName((composite) => composite.name)),
    widgets: all('aws_cloudwatch_dashboard').flatMap(({ dashboard_body }) => widgetsOf(String(dashboard_body))),
    outputs: Object.keys(json.output ?? {}).length,
  };
}

function launch(instanceType: unknown, tokens: unknown, hopLimit: unknown, publicAddress: unknown): string {
  return `${String(instanceType)}, tokens ${String(tokens)}, hop limit ${String(hopLimit)}, ${String(publicAddress) === 'false' ? 'no public address' : 'public address'}`;
}
