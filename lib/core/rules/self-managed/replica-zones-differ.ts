import { shown } from '../wording';
import { groupedByShard, isPlaced } from './in-one-zone';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const replicaZonesDiffer: SelfManagedRule = {
  code: 'RB511',
  name: 'replica-zones-differ',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Every shard has nodes in more than one zone.',
  why: 'A replica in the zone of its primary fails with it, and the data of the shard is gone or unreachable.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
  check: ({ resolved }) => {
    const data = resolved.nodes.filter((node) => node.shard !== undefined && isPlaced(node));
    const alone = [...groupedByShard(data)].find(([, nodes]) => nodes.length > 1 && new Set(nodes.map(({ subnet }) => subnet.availabilityZone)).size === 1);
    if (alone === undefined) return [];
    const [shard, [first]] = alone;
    const found = hit(['network', 'subnets'], `must spread a primary and its replicas over zones, got ${resolved.kind === 'cluster' ? `shard ${shown(shard)}` : 'all data nodes'} in ${shown(first?.subnet.availabilityZone)}`, 'add subnets in further zones');
    return [resolved.environment === 'production' ? found : { ...found, severity: 'warning' }];
  },
};
