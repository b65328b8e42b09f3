import { shardNumber } from '../../blueprint/resolve-self-managed';
import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Of a DNS label, less the node's number. */
const LONGEST = 40;

export const clusterShardNames: SelfManagedRule = {
  code: 'RB521',
  name: 'cluster-shard-names',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'The name of a shard is a DNS label that ends in a number.',
  why: 'Nodes, volumes, addresses and backups are named after it, and the number decides the zones, so that removing another shard moves nothing.',
  source: 'https://www.rfc-editor.org/rfc/rfc1123',
  check: ({ blueprint }) =>
    blueprint.kind !== 'cluster'
      ? []
      : blueprint.shards.flatMap((shard, index) =>
          isShardName(shard)
            ? []
            : [hit(['shards', index], `must be 2 to ${LONGEST} lower-case letters, digits and single hyphens, beginning with a letter and ending in a number from 1, got ${shown(shard)}`, 'rename it, such as s1', shard)],
        ),
};

function isShardName(name: string): boolean {
  return name.length <= LONGEST && /^[a-z](?:-?[a-z0-9])*$/.test(name) && /\d$/.test(name) && shardNumber(name) > 0;
}
