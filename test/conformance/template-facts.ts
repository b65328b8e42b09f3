import { byName, signalText } from './facts';
import type { AlarmFacts, CacheFacts, UserFacts, WidgetFacts } from './facts';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

export interface Template {
  readonly Resources: Record<string, Resource>;
  readonly Outputs?: Record<string, unknown>;
}

type Json = Record<string, unknown>;

/** The facts as a CloudFormation template states them; read from resources alone, without the plan. */
export function factsOfTemplate(template: Template): CacheFacts {
  const all = (type: string): [string, Json][] =>
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => [id, resource.Properties]);
  const property = (id: string, name: string): unknown => template.Resources[id]?.Properties[name];
  /** What `Ref` means for the resource: the given text stays text. */
  const refName = (value: unknown, name: string): string => (typeof value === 'string' ? value : String(property((value as { Ref: string }).Ref, name)));

  const groups = all('AWS::ElastiCache::ReplicationGroup');
  if (groups.length !== 1) throw new Error(`expected one replication group, found ${groups.length}`);
  const [groupId, group] = groups[0]!;
  const cacheId = String(group.ReplicationGroupId);
  const parameterGroup = group.CacheParameterGroupName;
  const securityGroups = (group.SecurityGroupIds as { 'Fn::GetAtt': [string, string] }[]).map((reference) => reference['Fn::GetAtt'][0]);
  const keyId = group.KmsKeyId as string | { 'Fn::GetAtt': [string, string] };
  const alarmNames = new Map(
    Object.entries(template.Resources)
      .filter(([, resource]) => /^AWS::CloudWatch::(Composite)?Alarm$/.test(resource.Type))
      .map(([, resource]) => [String(resource.Properties.AlarmName), true]),
  );
  return {
    cacheId,
    engine: String(group.Engine),
    version: String(group.EngineVersion),
    nodeType: String(group.CacheNodeType),
    port: Number(group.Port),
    members: membersOf(cacheId, group),
    multiAz: Boolean(group.MultiAZEnabled),
    automaticFailover: Boolean(group.AutomaticFailoverEnabled),
    tls: group.TransitEncryptionEnabled === true ? modeOf(group.TransitEncryptionMode) : 'off',
    atRest: group.AtRestEncryptionEnabled === true,
    key: typeof keyId === 'string' ? keyId : property(keyId['Fn::GetAtt'][0], 'EnableKeyRotation') === true ? 'rotating' : 'not rotating',
    ingress: ingressOf(template, securityGroups),
    openEgress: securityGroups.some((id) => {
      const rules = property(id, 'SecurityGroupEgress') as { CidrIp?: string }[] | undefined;
      // Without any rule CloudFormation lets everything out.
      return rules === undefined || rules.length === 0 || rules.some((rule) => rule.CidrIp !== '255.255.255.255/32');
    }),
    users: all('AWS::ElastiCache::User')
      .map(([, user]): UserFacts => {
        const type = String((user.AuthenticationMode as Json).Type);
        return {
          userId: String(user.UserId),
          userName: String(user.UserName),
          accessString: String(user.AccessString),
          authentication: type === 'no-password-required' ? 'none' : (type as 'iam' | 'password'),
          engine: String(user.Engine),
        };
      })
      .sort(byName((user) => user.userId)),
    parameterGroup:
      typeof parameterGroup === 'string'
        ? { existing: parameterGroup }
        : {
            family: refName(parameterGroup, 'CacheParameterGroupFamily'),
            parameters: property((parameterGroup as { Ref: string }).Ref, 'Properties') as Record<string, string>,
          },
    logs: ((group.LogDeliveryConfigurations ?? []) as Json[])
      .map((delivery) => {
        const logGroup = ((delivery.DestinationDetails as Json).CloudWatchLogsDetails as { LogGroup: { Ref: string } }).LogGroup;
        return { type: String(delivery.LogType), group: refName(logGroup, 'LogGroupName'), retentionDays: Number(property(logGroup.Ref, 'RetentionInDays')) };
      })
      .sort(byName((log) => log.type)),
    backup: { retentionDays: Number(group.SnapshotRetentionLimit), window: String(group.SnapshotWindow) },
    maintenanceWindow: String(group.PreferredMaintenanceWindow),
    dataKept: template.Resources[groupId]!.DeletionPolicy === 'Snapshot',
    scaling: scalingOf(template),
    alarms: all('AWS::CloudWatch::Alarm').map(([, alarm]) => alarmFacts(alarm)).sort(byName((alarm) => alarm.name)),
    composites: all('AWS::CloudWatch::CompositeAlarm')
      .map(([, composite]) => ({ name: String(composite.AlarmName), children: childrenOf(composite.AlarmRule, alarmNames), notifies: ((composite.AlarmActions ?? []) as unknown[]).length > 0 }))
      .sort(byName((composite) => composite.name)),
    widgets: all('AWS::CloudWatch::Dashboard').flatMap(([, dashboard]) => widgetsOf(textOf(dashboard.DashboardBody))),
    outputs: Object.keys(template.Outputs ?? {}).length,
  };
}

/** Names that the service will give the nodes, from what the template tells it. */
function membersOf(cacheId: string, group: Json): string[] {
  const ordinal = (index: number): string => String(index + 1).padStart(3, '0');
  if (group.NumCacheClusters !== undefined) return Array.from({ length: Number(group.NumCacheClusters) }, (_, index) => `${cacheId}-${ordinal(index)}`);
  return (group.NodeGroupConfiguration as { NodeGroupId: string; ReplicaCount: number }[]).flatMap((shard) =>
    Array.from({ length: shard.ReplicaCount + 1 }, (_, index) => `${cacheId}-${shard.NodeGroupId}-${ordinal(index)}`),
  );
}

function ingressOf(template: Template, securityGroups: readonly string[]): string[] {
  const inline = securityGroups.flatMap((id) => (template.Resources[id]!.Properties.SecurityGroupIngress ?? []) as Json[]);
  const separate = Object.values(template.Resources)
    .filter((resource) => resource.Type === 'AWS::EC2::SecurityGroupIngress')
    .map((resource) => resource.Properties);
  return [...inline, ...separate].map((rule) => `${String(rule.CidrIp ?? rule.SourceSecurityGroupId)}:${String(rule.FromPort)}`).sort();
}

function scalingOf(template: Template): CacheFacts['scaling'] {
  return Object.values(template.Resources)
    .filter((resource) => resource.Type === 'AWS::ApplicationAutoScaling::ScalingPolicy')
    .map(({ Properties: policy }) => {
      const target = template.Resources[(policy.ScalingTargetId as { Ref: string }).Ref]!.Properties;
      const tracking = policy.TargetTrackingScalingPolicyConfiguration as Json;
      return {
        dimension: String(target.ScalableDimension).endsWith(':NodeGroups') ? 'shards' : 'replicas',
        min: Number(target.MinCapacity),
        max: Number(target.MaxCapacity),
        metric: String((tracking.PredefinedMetricSpecification as Json).PredefinedMetricType),
        target: Number(tracking.TargetValue),
      };
    })
    .sort(byName((scaling) => scaling.dimension));
}

function metricText(stat: Json): string {
  const metric = stat.Metric as { Namespace: string; MetricName: string; Dimensions?: { Name: string; Value: string }[] };
  return signalText({
    namespace: metric.Namespace,
    name: metric.MetricName,
    dimensions: Object.fromEntries((metric.Dimensions ?? []).map(({ Name, Value }) => [Name, Value])),
    statistic: String(stat.Stat),
    periodSeconds: Number(stat.Period),
  });
}

export function alarmFacts(alarm: Json): AlarmFacts {
  const queries = alarm.Metrics as Json[] | undefined;
  const signal =
    queries === undefined
      ? metricText({ Metric: { Namespace: alarm.Namespace, MetricName: alarm.MetricName, Dimensions: alarm.Dimensions }, Stat: alarm.Statistic, Period: alarm.Period })
      : [
          ...queries.filter((query) => query.Expression !== undefined).map((query) => String(query.Expression)),
          ...queries.filter((query) => query.MetricStat !== undefined).map((query) => `${String(query.Id)}=${metricText(query.MetricStat as Json)}`),
        ].join(' ');
  return {
    name: String(alarm.AlarmName),
    signal,
    comparison: String(alarm.ComparisonOperator),
    threshold: Number(alarm.Threshold),
    periods: `${String(alarm.DatapointsToAlarm)} of ${String(alarm.EvaluationPeriods)}`,
    missingData: String(alarm.TreatMissingData),
    description: String(alarm.AlarmDescription),
    notifies: ((alarm.AlarmActions ?? []) as unknown[]).length > 0,
  };
}

/** Text of a value that may be joined from references; a reference shows as its logical id. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const join = (value as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join'];
  if (join !== undefined) return join[1].map((part) => textOf(part)).join(join[0]);
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
  return Ref ?? attribute?.join('.') ?? JSON.stringify(value);
}

export function childrenOf(rule: unknown, known: ReadonlyMap<string, boolean>): string[] {
  const children = [...textOf(rule).matchAll(/ALARM\("?([^")]+)"?\)/g)].map((match) => match[1]!);
  const strangers = children.filter((child) => !known.has(child));
  if (strangers.length > 0) throw new Error(`composite alarm refers to alarms that do not exist: ${strangers.join(', ')}`);
  return children.sort();
}

/** Widgets of a dashboard body, the same for both backends since both write CloudWatch's own format. */
export function widgetsOf(body: string): WidgetFacts[] {
  const { widgets } = JSON.parse(body) as { widgets: { type: string; x: number; y: number; width: number; height: number; properties: Json }[] };
  return widgets.map(({ type, x, y, width, height, properties }) => ({
    type,
    place: `${x},${y} ${width}x${height}`,
    title: String(properties.title ?? ''),
    series: ((properties.metrics ?? properties.alarms ?? []) as unknown[]).length,
    lines: (((properties.annotations as Json | undefined)?.horizontal ?? []) as { value: number }[]).map((line) => line.value),
  }));
}

/** Engines before 7.0 have no mode: with TLS on, plaintext is refused. */
export function modeOf(mode: unknown): 'required' | 'preferred' {
  return mode === 'preferred' ? 'preferred' : 'required';
}
