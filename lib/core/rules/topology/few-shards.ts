import { hit } from '../hit';
import type { Rule } from '../rule';
import { counted } from '../wording';

/** With fewer, one lost shard is half of the primaries or all of them. */
const ENOUGH = 3;

export const fewShards: Rule = {
  code: 'RB184',
  name: 'few-shards',
  severity: 'info',
  title: 'A sharded cache starts with three shards.',
  why: 'Engines decide a failover by the majority of primaries; with one or two the service has to step in, and one shard carries half of the load or all of it.',
  source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/disaster-recovery-resiliency.html',
  kinds: ['sharded'],
  check: ({ blueprint, resolved }) => {
    if (resolved.kind !== 'sharded' || resolved.shards.length < 1 || resolved.shards.length >= ENOUGH) return [];
    const path = blueprint.kind === 'sharded' && blueprint.shards !== undefined ? 'shards' : 'shardCount';
    const remedy = resolved.shards.length === 1 ? 'use three shards, or `kind: replicated`, which serves clients without cluster support too' : 'use three smaller shards';
    return [hit([path], `should be at least ${ENOUGH}, got ${counted(resolved.shards.length, 'shard')}`, remedy, resolved.shards.length)];
  },
};
