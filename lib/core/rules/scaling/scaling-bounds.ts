import { AUTO_SCALING, LIMITS, PAGES } from '../../catalog';
import type { Rule, RuleHit } from '../rule';
import { hit } from '../hit';
import { statedScaling } from './stated-scaling';

const fewest = AUTO_SCALING.capacityMin.value;
const most = { shardScaling: LIMITS.elasticache.shardsMax.value, replicaScaling: LIMITS.elasticache.replicasPerShard.value };

export const scalingBounds: Rule = {
  code: 'RB470',
  name: 'scaling-bounds',
  severity: 'error',
  title: 'Scaling stays between bounds that the service accepts, the lower not above the upper.',
  why: 'Application Auto Scaling refuses the target otherwise, after the cache was created.',
  source: PAGES.elasticache.autoScalingPolicies,
  kinds: ['sharded'],
  check: ({ resolved }) =>
    statedScaling(resolved).flatMap(({ key, scaling: { min, max } }): RuleHit[] => {
      if (min < fewest) return [hit([key, 'min'], `must be at least ${fewest}, got ${min}`, `set it to ${fewest} or more`, min)];
      if (max > most[key]) return [hit([key, 'max'], `must be at most ${most[key]}, got ${max}`, 'lower it', max)];
      return min > max ? [hit([key, 'min'], `must not be above \`${key}.max\`, got ${min} and ${max}`, 'swap the two, or raise `max`', min)] : [];
    }),
};
