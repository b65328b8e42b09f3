import { PAGES } from '../../catalog';
import type { Rule, RuleHit } from '../rule';
import { hit } from '../hit';

export const scalingStart: Rule = {
  code: 'RB474',
  name: 'scaling-start',
  severity: 'warning',
  title: 'The cache begins within the bounds of its scaling.',
  why: 'Application Auto Scaling changes the number at once when it is outside, which reshards a cache that was just created.',
  source: PAGES.elasticache.autoScalingPolicies,
  kinds: ['sharded'],
  check: ({ blueprint, resolved }) => {
    if (resolved.kind !== 'sharded' || blueprint.kind !== 'sharded') return [];
    const { shardScaling, replicaScaling, replicasPerShard } = resolved;
    const { shardCount } = blueprint;
    return [
      ...(shardScaling === undefined || shardCount === undefined ? [] : outside('shardCount', shardCount, 'shardScaling', shardScaling)),
      ...(replicaScaling === undefined ? [] : outside('replicasPerShard', replicasPerShard, 'replicaScaling', replicaScaling)),
    ];
  },
};

function outside(key: string, count: number, scalingKey: string, { min, max }: { readonly min: number; readonly max: number }): RuleHit[] {
  return min > max || (count >= min && count <= max)
    ? []
    : [hit([key], `should be from ${min} to ${max}, the bounds of \`${scalingKey}\`, got ${count}`, `begin with ${count < min ? min : max}`, count)];
}
