import * as applicationautoscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type { CacheScaling } from '../../core/plan/nodes';
import { MAIN, nodeScope } from '../node-scope';
import type { Renderer } from '../render-context';

const DIMENSIONS: { readonly [dimension in CacheScaling['dimension']]: string } = {
  shards: 'elasticache:replication-group:NodeGroups',
  replicas: 'elasticache:replication-group:Replicas',
};

/**
 * Target tracking through Application Auto Scaling, with the service's own linked role.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoScaling-Scaling-Registering-CFN.html
 */
export const renderCacheScaling: Renderer<'cacheScaling'> = (node, context) => {
  const scope = nodeScope(node, context);
  const target = new applicationautoscaling.CfnScalableTarget(scope, MAIN, {
    serviceNamespace: 'elasticache',
    scalableDimension: DIMENSIONS[node.dimension],
    resourceId: `replication-group/${context.rendered('managedCache', node.cache).id}`,
    minCapacity: node.min,
    maxCapacity: node.max,
  });
  const policy = new applicationautoscaling.CfnScalingPolicy(scope, 'Policy', {
    policyName: `${context.plan.id}-${node.dimension}`,
    policyType: 'TargetTrackingScaling',
    scalingTargetId: target.ref,
    targetTrackingScalingPolicyConfiguration: {
      predefinedMetricSpecification: { predefinedMetricType: node.predefinedMetric },
      targetValue: node.targetPercent,
      scaleOutCooldown: node.scaleOutCooldownSeconds,
      scaleInCooldown: node.scaleInCooldownSeconds,
    },
  });
  return { target, policy };
};
