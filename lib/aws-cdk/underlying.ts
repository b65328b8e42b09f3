import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elasticache from 'aws-cdk-lib/aws-elasticache';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { managedCacheOf, nodeById, nodesOfKind } from '../core/plan/plan';
import type { RenderedPlan } from './render';

/** The CloudFormation resources of a cache, for what props do not offer. Resources that exist elsewhere are absent. */
export interface UnderlyingResources {
  readonly replicationGroup: elasticache.CfnReplicationGroup;
  readonly subnetGroup: elasticache.CfnSubnetGroup;
  readonly securityGroup: ec2.CfnSecurityGroup;
  readonly parameterGroup?: elasticache.CfnParameterGroup;
  readonly userGroup?: elasticache.CfnUserGroup;
  /** By the user's node id in the plan, such as `user-web`. */
  readonly users: { readonly [nodeId: string]: elasticache.CfnUser };
  readonly key?: kms.CfnKey;
  readonly topic?: sns.CfnTopic;
  /** By node id, such as `slow-log`. */
  readonly logGroups: { readonly [nodeId: string]: logs.CfnLogGroup };
  readonly vpc?: ec2.CfnVPC;
  /** By node id. */
  readonly alarms: { readonly [nodeId: string]: cloudwatch.CfnAlarm };
  /** By node id. */
  readonly compositeAlarms: { readonly [nodeId: string]: cloudwatch.CfnCompositeAlarm };
  readonly dashboards: readonly cloudwatch.CfnDashboard[];
}

/** Collects the resources of a rendered plan. */
export function underlyingOf({ plan, rendered }: RenderedPlan): UnderlyingResources {
  const cache = managedCacheOf(plan);
  const firewall = nodeById(plan, 'firewall', cache.firewall);
  const [topic] = nodesOfKind(plan, 'notificationTopic');
  return {
    replicationGroup: rendered('managedCache', cache.id).resource,
    subnetGroup: rendered('subnetGroup', cache.subnetGroup).resource,
    securityGroup: rendered('firewall', firewall.id).resource,
    parameterGroup: rendered('parameterGroup', cache.parameterGroup).resource,
    userGroup: cache.access.mode === 'users' ? rendered('accessGroup', cache.access.group).resource : undefined,
    users: byId(nodesOfKind(plan, 'accessUser'), (id) => rendered('accessUser', id).resource),
    key: rendered('encryptionKey', cache.key).resource,
    topic: topic === undefined ? undefined : rendered('notificationTopic', topic.id).resource,
    logGroups: byId(nodesOfKind(plan, 'logGroup'), (id) => rendered('logGroup', id).resource),
    vpc: rendered('network', firewall.network).vpc,
    alarms: byId(nodesOfKind(plan, 'alarm'), (id) => rendered('alarm', id).resource),
    compositeAlarms: byId(nodesOfKind(plan, 'compositeAlarm'), (id) => rendered('compositeAlarm', id).resource),
    dashboards: nodesOfKind(plan, 'dashboard').map((node) => rendered('dashboard', node.id)),
  };
}

/** Resources by the id of their node. */
export function byId<T>(nodes: readonly { readonly id: string }[], resourceOf: (id: string) => T): { readonly [nodeId: string]: T } {
  return Object.fromEntries(nodes.map(({ id }) => [id, resourceOf(id)]));
}
