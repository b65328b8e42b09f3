import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const LEAST = 3;

export const clusterShards: SelfManagedRule = {
  code: 'RB520',
  name: 'cluster-shards',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'A cluster has at least 3 shards.',
  why: 'A failure is agreed on by a majority of the primaries; of two, the one that is left is none.',
  source: 'https://valkey.io/topics/cluster-tutorial/',
  check: ({ blueprint }) =>
    blueprint.kind === 'cluster' && blueprint.shards.length < LEAST ? [hit(['shards'], `must name at least ${LEAST} shards, got ${blueprint.shards.length}`, 'add shards, or use the kind sentinel for one', blueprint.shards.length)] : [],
};
