import { AUTO_SCALING, PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { statedScaling } from './stated-scaling';

const lowest = AUTO_SCALING.targetMin.value;
const highest = AUTO_SCALING.targetMax.value;

export const scalingTarget: Rule = {
  code: 'RB471',
  name: 'scaling-target',
  severity: 'error',
  title: 'Scaling aims at a percentage that the service accepts.',
  why: 'Below it every lull would scale, above it scaling comes too late; the service refuses both.',
  source: PAGES.elasticache.autoScalingReplicaMetrics,
  kinds: ['sharded'],
  check: ({ resolved }) =>
    statedScaling(resolved)
      .filter(({ scaling: { targetPercent } }) => targetPercent < lowest || targetPercent > highest)
      .map(({ key, scaling: { targetPercent } }) =>
        hit([key, 'targetPercent'], `must be from ${lowest} to ${highest}, got ${targetPercent}`, 'remove it to get the default', targetPercent),
      ),
};
