import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const pinnedSubnets: SelfManagedRule = {
  code: 'RB560',
  name: 'pinned-subnets',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Nodes have subnets, each in a zone of its own.',
  why: 'Nodes are spread over the subnets in order: two in one zone look like two zones and fail as one.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
  check: ({ blueprint: { network: { subnets } } }) =>
    subnets.length === 0
      ? [hit(['network', 'subnets'], 'must list at least one subnet, got none', 'add one in each of three zones')]
      : subnets.flatMap(({ subnetId, availabilityZone }, index) => {
          const zone = subnets.findIndex((other) => other.availabilityZone === availabilityZone);
          if (zone !== index) return [hit(['network', 'subnets', index, 'availabilityZone'], `must differ from \`network.subnets[${zone}].availabilityZone\`, got ${shown(availabilityZone)}`, 'name a subnet in another zone, or remove it', availabilityZone)];
          const id = subnets.findIndex((other) => other.subnetId === subnetId);
          return id === index ? [] : [hit(['network', 'subnets', index, 'subnetId'], `repeats \`network.subnets[${id}].subnetId\`, got ${shown(subnetId)}`, 'name the subnet of that zone', subnetId)];
        }),
};
