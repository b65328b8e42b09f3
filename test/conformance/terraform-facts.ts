import { byName, signalText } from './facts';
import type { AlarmFacts, CacheFacts, UserFacts } from './facts';
import { modeOf, widgetsOf } from './template-facts';

type Json = Record<string, unknown>;

export interface TerraformJson {
  readonly resource: Record<string, Record<string, Json>>;
  readonly output?: Record<string, unknown>;
}

/** The facts as Terraform JSON states them; read from resources alone, without the plan. */
export function factsOfTerraform(json: TerraformJson): CacheFacts {
  const all = (type: string): Json[] => Object.values(json.resource[type] ?? {});
  /** The resource behind `${aws_x.y.attribute}`; undefined for plain text. */
  const target = (value: unknown): Json | undefined => {
    const match = /^\$\{(\w+)\.([^.}]+)\.\w+\}$/.exec(String(value));
    return match === null ? undefined : json.resource[match[1]!]?.[match[2]!];
  };

  const groups = all('aws_elasticache_replication_group');
  if (groups.length !== 1) throw new Error(`expected one replication group, found ${groups.length}`);
  const group = groups[0]!;
  const cacheId = String(group.replication_group_id);
  const parameterGroup = target(group.parameter_group_name);
  const key = target(group.kms_key_id);
  const lifecycle = (group.lifecycle ?? {}) as { prevent_destroy?: boolean };
  return {
    cacheId,
    engine: String(group.engine),
    version: String(group.engine_version),
    nodeType: String(group.node_type),
    port: Number(group.port),
    members: membersOf(cacheId, group),
    multiAz: Boolean(group.multi_az_enabled),
    automaticFailover: Boolean(group.automatic_failover_enabled),
    tls: group.transit_encryption_enabled === true ? modeOf(group.transit_encryption_mode) : 'off',
    atRest: group.at_rest_encryption_enabled === 'true',
    key: key === undefined ? String(group.kms_key_id) : key.enable_key_rotation === true ? 'rotating' : 'not rotating',
    ingress: all('aws_vpc_security_group_ingress_rule')
      .map((rule) => `${String(rule.cidr_ipv4 ?? rule.referenced_security_group_id)}:${String(rule.from_port)}`)
      .sort(),
    // Terraform removes the default rule that lets everything out; only a stated rule opens it again.
    openEgress: all('aws_vpc_security_group_egress_rule').length > 0 || all('aws_security_group').some((securityGroup) => securityGroup.egress !== undefined),
    users: all('aws_elasticache_user')
      .map((user): UserFacts => {
        const type = String((user.authentication_mode as Json | undefined)?.type ?? (user.no_password_required === true ? 'no-password-required' : 'password'));
        return {
          userId: String(user.user_id),
          userName: String(user.user_name),
          accessString: String(user.access_string),
          authentication: type === 'no-password-required' ? 'none' : (type as 'iam' | 'password'),
          engine: String(user.engine).toLowerCase(),
        };
      })
      .sort(byName((user) => user.userId)),
    parameterGroup:
      parameterGroup === undefined
        ? { existing: String(group.parameter_group_name) }
        : {
            family: String(parameterGroup.family),
            parameters: Object.fromEntries(((parameterGroup.parameter ?? []) as { name: string; value: string }[]).map(({ name, value }) => [name, value])),
          },
    logs: ((group.log_delivery_configuration ?? []) as Json[])
      .map((delivery) => {
        const logGroup = target(delivery.destination)!;
        return { type: String(delivery.log_type), group: String(logGroup.name), retentionDays: Number(logGroup.retention_in_days) };
      })
      .sort(byName((log) => log.type)),
    backup: { retentionDays: Number(group.snapshot_retention_limit), window: String(group.snapshot_window) },
    maintenanceWindow: String(group.maintenance_window),
    dataKept: group.final_snapshot_identifier !== undefined && lifecycle.prevent_destroy === true,
    scaling: scalingOf(json, target),
    alarms: all('aws_cloudwatch_metric_alarm').map(alarmFacts).sort(byName((alarm) => alarm.name)),
    composites: all('aws_cloudwatch_composite_alarm')
      .map((composite) => ({
        name: String(composite.alarm_name),
        children: [...String(composite.alarm_rule).matchAll(/ALARM\("?([^")]+)"?\)/g)].map((match) => String(target(match[1])?.alarm_name ?? `unknown ${match[1]!}`)).sort(),
        notifies: ((composite.alarm_actions ?? []) as unknown[]).length > 0,
      }))
      .sort(byName((composite) => composite.name)),
    widgets: all('aws_cloudwatch_dashboard').flatMap((dashboard) => widgetsOf(String(dashboard.dashboard_body))),
    outputs: Object.keys(json.output ?? {}).length,
  };
}

/** Names that the service will give the nodes, from what the provider tells it. */
function membersOf(cacheId: string, group: Json): string[] {
  const ordinal = (index: number): string => String(index + 1).padStart(3, '0');
  const inShard = (shardId: string, replicas: number): string[] => Array.from({ length: replicas + 1 }, (_, index) => `${cacheId}-${shardId}-${ordinal(index)}`);
  if (group.num_cache_clusters !== undefined) return Array.from({ length: Number(group.num_cache_clusters) }, (_, index) => `${cacheId}-${ordinal(index)}`);
  if (group.node_group_configuration !== undefined) {
    return (group.node_group_configuration as { node_group_id: string; replica_count: number }[]).flatMap((shard) => inShard(shard.node_group_id, shard.replica_count));
  }
  return Array.from({ length: Number(group.num_node_groups) }, (_, index) => inShard(String(index + 1).padStart(4, '0'), Number(group.replicas_per_node_group))).flat();
}

function scalingOf(json: TerraformJson, target: (value: unknown) => Json | undefined): CacheFacts['scaling'] {
  return Object.values(json.resource.aws_appautoscaling_policy ?? {})
    .map((policy) => {
      const scalable = target(policy.resource_id)!;
      const tracking = policy.target_tracking_scaling_policy_configuration as Json;
      return {
        dimension: String(scalable.scalable_dimension).endsWith(':NodeGroups') ? 'shards' : 'replicas',
        min: Number(scalable.min_capacity),
        max: Number(scalable.max_capacity),
        metric: String((tracking.predefined_metric_specification as Json).predefined_metric_type),
        target: Number(tracking.target_value),
      };
    })
    .sort(byName((scaling) => scaling.dimension));
}

function metricText(metric: Json): string {
  return signalText({
    namespace: String(metric.namespace),
    name: String(metric.metric_name),
    dimensions: (metric.dimensions ?? {}) as Record<string, string>,
    statistic: String(metric.stat ?? metric.statistic),
    periodSeconds: Number(metric.period),
  });
}

export function alarmFacts(alarm: Json): AlarmFacts {
  const queries = alarm.metric_query as Json[] | undefined;
  const signal =
    queries === undefined
      ? metricText(alarm)
      : [
          ...queries.filter((query) => query.expression !== undefined).map((query) => String(query.expression)),
          ...queries.filter((query) => query.metric !== undefined).map((query) => `${String(query.id)}=${metricText(query.metric as Json)}`),
        ].join(' ');
  return {
    name: String(alarm.alarm_name),
    signal,
    comparison: String(alarm.comparison_operator),
    threshold: Number(alarm.threshold),
    periods: `${String(alarm.datapoints_to_alarm)} of ${String(alarm.evaluation_periods)}`,
    missingData: String(alarm.treat_missing_data),
    description: String(alarm.alarm_description),
    notifies: ((alarm.alarm_actions ?? []) as unknown[]).length > 0,
  };
}
