import { LIMITS } from '../catalog';
import type { Alarm } from '../plan/nodes';

/**
 * Most members that get an alarm each for every metric: two full shards. Beyond it one alarm watches up to ten members and
 * names their range, and any single one of them makes it ring.
 */
export const INDIVIDUAL_MEMBERS_MAX = 12;

/** Users and the secrets of their passwords: the largest user group, so that a new user never moves an alarm. */
const USER_RESOURCES = 2 * LIMITS.elasticache.usersPerUserGroup.value;

/** Network, key, logs, groups, cache, scaling, topic and its subscriptions. */
const OTHER_RESOURCES = 25;

/** Dashboard, one composite for the cache, eleven for questions by urgency, and what they are divided into. */
const SUMMARY_RESOURCES = 30;

/**
 * Metric alarms that one stack has room for: 500 resources, less 100 users with a secret each (200), less 25 for the rest
 * of the cache, less 30 for composites and dashboard, leaves 245.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const ALARM_BUDGET = LIMITS.cloudFormation.resourcesPerStack.value - USER_RESOURCES - OTHER_RESOURCES - SUMMARY_RESOURCES;

/** Bytes for up to 100 users with a secret each, 500 shards and the dashboard, as measured, without indentation. */
const OTHER_TEMPLATE_BYTES = 350_000;

/** What alarms may take where the template is indented, which the CDK does by default: it grows by about 60 percent. */
const ALARM_BYTES_WHEN_INDENTED = 430_000;

/**
 * Template bytes, counted without indentation, that the metric alarms of a cache of this size may take.
 *
 * Up to the default quota of 90 nodes the template fits however the toolkit writes it, also beside 100 users. Larger caches
 * need the room that indentation would take, so their stacks have to be written without it.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export function alarmTemplateBytes(memberCount: number): number {
  return memberCount <= LIMITS.elasticache.nodesPerCluster.value ? ALARM_BYTES_WHEN_INDENTED : LIMITS.cloudFormation.templateInS3Bytes.value - OTHER_TEMPLATE_BYTES;
}

/** Property names, operators, actions and the tags of one alarm resource. */
const BYTES_AROUND_AN_ALARM = 1_000;

/** Property names around one metric of an alarm. */
const BYTES_AROUND_A_METRIC = 110;

/** An upper estimate of the CloudFormation template bytes of an alarm, without indentation. */
export function templateBytes(alarm: Alarm): number {
  const texts = alarm.description.length + alarm.name.length + 2 * alarm.id.length;
  if (alarm.signal.type === 'metric') return BYTES_AROUND_AN_ALARM + texts + JSON.stringify(alarm.signal.metric).length;
  const metrics = alarm.signal.metrics.map(({ id, metric }) => {
    const dimensions = Object.entries(metric.dimensions).map(([name, value]) => name.length + value.length + 22);
    return BYTES_AROUND_A_METRIC + id.length + metric.name.length + metric.namespace.length + dimensions.reduce((sum, length) => sum + length, 0);
  });
  return BYTES_AROUND_AN_ALARM + texts + alarm.signal.expression.length + metrics.reduce((sum, length) => sum + length, 0);
}
