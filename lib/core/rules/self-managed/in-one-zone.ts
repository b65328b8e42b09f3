import type { ResolvedNode } from '../../blueprint/resolve-self-managed';

/** The zone with the most of some nodes; undefined when there are none. */
export function mostInOneZone(nodes: readonly ResolvedNode[]): { readonly zone: string; readonly count: number } | undefined {
  const counts = new Map<string, number>();
  for (const { subnet } of nodes.filter(isPlaced)) counts.set(subnet.availabilityZone, (counts.get(subnet.availabilityZone) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? undefined : { zone: most[0], count: most[1] };
}

/** Without any subnet nodes are nowhere, which is a finding of its own. */
export function isPlaced({ subnet }: ResolvedNode): boolean {
  return subnet.availabilityZone !== '';
}

/** Data nodes by their shard. */
export function groupedByShard(nodes: readonly ResolvedNode[]): ReadonlyMap<string, readonly ResolvedNode[]> {
  const groups = new Map<string, ResolvedNode[]>();
  for (const node of nodes) groups.set(node.shard ?? '', [...(groups.get(node.shard ?? '') ?? []), node]);
  return groups;
}
