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

/** Dashboard, one composite for the cache, ten for questions by urgency, and what they are divided into. */
const SUMMARY_RESOURCES = 30;

/**
 * Metric alarms that one stack has room for: 500 resources, less 100 users with a secret each (200), less 25 for the rest
 * of the cache, less 30 for composites and dashboard, leaves 245.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const ALARM_BUDGET = LIMITS.cloudFormation.resourcesPerStack.value - USER_RESOURCES - OTHER_RESOURCES - SUMMARY_RESOURCES;

/**
 * Template bytes that metric alarms may take, written without indentation: of 1 MiB, 350 kB remain for 500 shards, 100 users
 * and the dashboard.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const ALARM_TEMPLATE_BYTES = LIMITS.cloudFormation.templateInS3Bytes.value - 350_000;

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
