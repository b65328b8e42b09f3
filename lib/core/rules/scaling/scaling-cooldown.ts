import { DEFAULTS } from '../../blueprint/defaults';
import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { statedScaling } from './stated-scaling';

export const scalingCooldown: Rule = {
  code: 'RB476',
  name: 'scaling-cooldown',
  severity: 'error',
  title: 'Cooldowns are not negative.',
  why: 'Application Auto Scaling refuses the policy.',
  source: PAGES.elasticache.autoScalingPolicies,
  kinds: ['sharded'],
  check: ({ resolved }) =>
    statedScaling(resolved).flatMap(({ key, scaling }) =>
      (['scaleOutCooldownSeconds', 'scaleInCooldownSeconds'] as const)
        .filter((cooldown) => scaling[cooldown] < 0)
        .map((cooldown) => hit([key, cooldown], `must be 0 or more, got ${scaling[cooldown]}`, `remove it to get ${DEFAULTS.scaling[cooldown]}`, scaling[cooldown])),
    ),
};
