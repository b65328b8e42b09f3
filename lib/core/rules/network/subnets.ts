import type { ResolvedManagedBlueprint } from '../../blueprint/resolve';
import { VPC_FACTS } from '../../catalog';
import type { FindingPath } from '../../finding';
import { addressCount, parseCidr, splitCidr } from '../../plan/cidr';
import { ZONE_LETTERS } from '../../plan/network';

/** Zones, subnets and sizes as far as the blueprint tells them. */
export interface KnownSubnet {
  readonly path: FindingPath;
  readonly text: string;
  /** Addresses that nodes can have. */
  readonly usable: number;
}

/** Subnets whose address blocks are known; empty when they are not stated. */
export function knownSubnets({ network }: ResolvedManagedBlueprint): readonly KnownSubnet[] {
  if (network.newVpc !== undefined) {
    const block = parseCidr(network.newVpc.cidr);
    const [part] = block === undefined ? [] : splitCidr(block, ZONE_LETTERS.length);
    if (part === undefined || part.prefix > VPC_FACTS.narrowestPrefix.value) return [];
    return network.newVpc.availabilityZones.map(() => ({ path: ['network', 'newVpc', 'cidr'], text: network.newVpc?.cidr ?? '', usable: usableIn(addressCount(part)) }));
  }
  return (network.subnetCidrs ?? []).flatMap((text, index) => {
    const block = parseCidr(text);
    return block === undefined ? [] : [{ path: ['network', 'subnetCidrs', index], text, usable: usableIn(addressCount(block)) }];
  });
}

/** Number of subnets that the cache can use, of either source. */
export function subnetCount({ network }: ResolvedManagedBlueprint): number {
  return network.newVpc?.availabilityZones.length ?? network.subnetIds?.length ?? 0;
}

/** Zones of the subnets; undefined when they are not stated. */
export function statedZones({ network }: ResolvedManagedBlueprint): { readonly path: FindingPath; readonly zones: readonly string[] } | undefined {
  if (network.newVpc !== undefined) return { path: ['network', 'newVpc', 'availabilityZones'], zones: network.newVpc.availabilityZones };
  if (network.availabilityZones !== undefined) return { path: ['network', 'availabilityZones'], zones: network.availabilityZones };
  return undefined;
}

function usableIn(addresses: number): number {
  return Math.max(0, addresses - VPC_FACTS.reservedAddresses.value);
}
