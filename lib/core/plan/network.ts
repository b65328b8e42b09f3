import type { ResolvedManagedBlueprint } from '../blueprint/resolve';
import { parseCidr, splitCidr, formatCidr } from './cidr';
import { NODE_IDS, subnetId } from './ids';
import type { Firewall, Network, SubnetGroup } from './nodes';

/**
 * Every zone letter has a fixed eighth of the network (`a` the first, `h` the last), so that adding, removing or
 * reordering zones never moves a subnet, which would replace the cache.
 */
export const ZONE_LETTERS = 'abcdefgh';

/** Network, firewall and subnet group of a node-based cache. */
export function planNetwork(resolved: ResolvedManagedBlueprint): { network: Network; firewall: Firewall; subnetGroup: SubnetGroup } {
  return {
    network: { kind: 'network', id: NODE_IDS.network, source: networkSource(resolved) },
    firewall: {
      kind: 'firewall',
      id: NODE_IDS.firewall,
      network: NODE_IDS.network,
      description: `Who may connect to ${resolved.cacheId}`,
      port: resolved.port,
      allowFromSecurityGroups: resolved.network.allowFromSecurityGroups ?? [],
      allowFromCidrs: resolved.network.allowFromCidrs ?? [],
    },
    subnetGroup: {
      kind: 'subnetGroup',
      id: NODE_IDS.subnetGroup,
      network: NODE_IDS.network,
      name: resolved.cacheId,
      description: `Subnets of ${resolved.cacheId}`,
    },
  };
}

function networkSource(resolved: ResolvedManagedBlueprint): Network['source'] {
  const { newVpc, vpcId, subnetIds } = resolved.network;
  if (newVpc === undefined) return { from: 'existing', vpcId: vpcId ?? '', subnetIds: subnetIds ?? [] };
  const block = parseCidr(newVpc.cidr);
  if (block === undefined) throw new Error(`\`network.newVpc.cidr\` is not an IPv4 block: ${newVpc.cidr}`);
  const parts = splitCidr(block, ZONE_LETTERS.length);
  return {
    from: 'new',
    cidr: newVpc.cidr,
    subnets: [...newVpc.availabilityZones].sort().map((zone) => ({ id: subnetId(zone), cidr: formatCidr(parts[zoneSlot(zone)]!), zone })),
    flowLog: NODE_IDS.flowLog,
  };
}

function zoneSlot(zone: string): number {
  const slot = ZONE_LETTERS.indexOf(zone.slice(-1));
  if (slot < 0) throw new Error(`\`network.newVpc.availabilityZones\` has a zone without a letter from a to h: ${zone}`);
  return slot;
}
