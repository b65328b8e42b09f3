import type { Rule } from '../rule';
import { replicaScalingMetric } from './replica-scaling-metric';
import { scalingBeyondQuota } from './scaling-beyond-quota';
import { scalingBounds } from './scaling-bounds';
import { scalingCooldown } from './scaling-cooldown';
import { scalingNamedShards } from './scaling-named-shards';
import { scalingStart } from './scaling-start';
import { scalingTarget } from './scaling-target';

export const scalingRules: readonly Rule[] = [
  scalingBounds,
  scalingTarget,
  replicaScalingMetric,
  scalingNamedShards,
  scalingStart,
  scalingBeyondQuota,
  scalingCooldown,
];
