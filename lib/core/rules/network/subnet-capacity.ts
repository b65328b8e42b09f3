import type { ResolvedManagedBlueprint } from '../../blueprint/resolve';
import { PAGES, VPC_FACTS } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { largestSize } from '../quotas/node-count';
import { counted } from '../wording';
import { knownSubnets, subnetCount } from './subnets';

/** A failed node is replaced by one with an address of its own before the old address is free again. */
const ROOM_FOR_REPLACEMENT = 1;

export const subnetCapacity: Rule = {
  code: 'RB329',
  name: 'subnet-capacity',
  severity: 'error',
  title: 'Every subnet has addresses for its share of the nodes, a replacement, and an online change of the node type.',
  why: 'A node without an address is not created; a change of the node type runs old and new nodes side by side.',
  source: PAGES.elasticache.verticalScaling,
  check: ({ resolved }) => {
    const share = nodesPerSubnet(resolved);
    const needed = share + ROOM_FOR_REPLACEMENT;
    return dedupe(knownSubnets(resolved)).flatMap(({ path, text, usable }) => {
      const free = `${counted(usable, 'address', 'addresses')} in ${text} after the ${VPC_FACTS.reservedAddresses.value} that AWS reserves`;
      if (usable < needed) {
        return [hit(path, `must have at least ${needed} free addresses for ${counted(share, 'node')} and a replacement, got ${free}`, 'choose a larger block or more zones', usable)];
      }
      return usable < share * 2
        ? [{ ...hit(path, `must have ${share * 2} free addresses to change the node type online, got ${free}`, 'choose a larger block or more zones', usable), severity: 'warning' as const }]
        : [];
    });
  },
};

/** The largest share: nodes are spread evenly over the subnets. */
function nodesPerSubnet(resolved: ResolvedManagedBlueprint): number {
  return Math.ceil(largestSize(resolved).nodes / Math.max(1, subnetCount(resolved)));
}

/** The zones of a new VPC share one block and one path, so one finding says it all. */
function dedupe<T extends { readonly path: readonly (string | number)[] }>(subnets: readonly T[]): readonly T[] {
  return subnets.filter(({ path }, index) => subnets.findIndex((other) => other.path.join() === path.join()) === index);
}
