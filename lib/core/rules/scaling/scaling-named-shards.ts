import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const scalingNamedShards: Rule = {
  code: 'RB473',
  name: 'scaling-named-shards',
  severity: 'error',
  title: 'Shards that scale are counted, not named.',
  why: 'Scaling names the shards that it adds and picks those that it removes; the next deployment would put the named ones back.',
  source: PAGES.elasticache.autoScalingPolicies,
  kinds: ['sharded'],
  check: ({ blueprint }) =>
    blueprint.kind === 'sharded' && blueprint.shards !== undefined && blueprint.shardScaling !== undefined
      ? [hit(['shardScaling'], 'must not be stated together with `shards`, got both', 'state `shardCount` instead of `shards`, or remove `shardScaling`')]
      : [],
};
