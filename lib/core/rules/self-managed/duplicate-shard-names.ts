import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const duplicateShardNames: SelfManagedRule = {
  code: 'RB522',
  name: 'duplicate-shard-names',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Every shard of a cluster has a name of its own.',
  why: 'Two shards of one name would share nodes, addresses and volumes.',
  source: 'https://valkey.io/topics/cluster-tutorial/',
  check: ({ blueprint }) =>
    blueprint.kind !== 'cluster'
      ? []
      : blueprint.shards.flatMap((shard, index) => {
          const first = blueprint.shards.indexOf(shard);
          return first === index ? [] : [hit(['shards', index], `repeats \`shards[${first}]\`, got ${shown(shard)}`, 'rename or remove it', shard)];
        }),
};
