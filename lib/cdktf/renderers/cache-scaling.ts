import type { CacheScaling } from '../../core/plan/nodes';
import type { Renderer } from '../context';
import { literal } from '../text';
import { AppautoscalingPolicy, AppautoscalingTarget } from '../vendor';

/** @see https://docs.aws.amazon.com/autoscaling/application/userguide/services-that-can-integrate-elasticache.html */
const SCALABLE_DIMENSION: { readonly [D in CacheScaling['dimension']]: string } = {
  shards: 'elasticache:replication-group:NodeGroups',
  replicas: 'elasticache:replication-group:Replicas',
};

/** Target tracking on one dimension of a sharded cache. */
export const renderCacheScaling: Renderer<'cacheScaling'> = (node, context) => {
  const scope = context.scopeOf(node);
  const { replicationGroup } = context.get('managedCache', node.cache);
  const target = new AppautoscalingTarget(scope, 'Default', {
    serviceNamespace: 'elasticache',
    scalableDimension: SCALABLE_DIMENSION[node.dimension],
    resourceId: `replication-group/${replicationGroup.replicationGroupId}`,
    minCapacity: node.min,
    maxCapacity: node.max,
    tags: context.tags,
  });
  const policy = new AppautoscalingPolicy(scope, 'policy', {
    name: literal(`${context.plan.id}-${node.dimension}`),
    policyType: 'TargetTrackingScaling',
    serviceNamespace: target.serviceNamespace,
    scalableDimension: target.scalableDimension,
    resourceId: target.resourceId,
    targetTrackingScalingPolicyConfiguration: {
      targetValue: node.targetPercent,
      scaleOutCooldown: node.scaleOutCooldownSeconds,
      scaleInCooldown: node.scaleInCooldownSeconds,
      predefinedMetricSpecification: { predefinedMetricType: node.predefinedMetric },
    },
  });
  return { target, policy };
};
