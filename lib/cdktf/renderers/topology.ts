import type { ManagedCache } from '../../core/plan/nodes';
import { literal } from '../text';
import type { ElasticacheReplicationGroupConfig } from '../vendor';

/** What a replication group's arguments ask of its lifecycle. */
export type Lifecycle = { readonly ignoreChanges?: string[]; readonly postcondition?: { readonly condition: string; readonly errorMessage: string }[] };
type Topology = Pick<
  ElasticacheReplicationGroupConfig,
  'clusterMode' | 'numCacheClusters' | 'numNodeGroups' | 'replicasPerNodeGroup' | 'nodeGroupConfiguration'
> & { readonly lifecycle: Lifecycle };

/**
 * Shape of the replication group. The provider changes `num_cache_clusters`, `num_node_groups` and `replicas_per_node_group` in
 * place, and replaces the cache for any change of `node_group_configuration`; it also sends a replica count with every node
 * group, which the service refuses beside `replicas_per_node_group`. So shards are counted wherever that says all there is to
 * say, and named node groups are only told at creation.
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/49695
 */
export function topologyOf(node: ManagedCache): Topology {
  const { topology } = node;
  if (topology.mode === 'replicated') return { clusterMode: 'disabled', numCacheClusters: topology.replicas + 1, lifecycle: {} };

  const ownedByScaling = topology.scaledBy.map((dimension) => SCALED_ARGUMENT[dimension]);
  const counted = { clusterMode: 'enabled', numNodeGroups: topology.shards.length };
  if (!saysMoreThanCounts(topology)) {
    return { ...counted, replicasPerNodeGroup: topology.replicasPerShard, lifecycle: ownedByScaling.length > 0 ? { ignoreChanges: ownedByScaling } : {} };
  }
  return {
    ...counted,
    nodeGroupConfiguration: topology.shards.map((shard) => ({
      nodeGroupId: shard.id,
      replicaCount: shard.replicas,
      slots: shard.slots,
      primaryAvailabilityZone: shard.primaryZone,
      replicaAvailabilityZones: shard.replicaZones === undefined ? undefined : [...shard.replicaZones],
    })),
    lifecycle: {
      ignoreChanges: ['node_group_configuration', ...ownedByScaling.filter((argument) => argument !== SCALED_ARGUMENT.replicas)],
      ...(topology.scaledBy.length > 0 ? {} : { postcondition: [plannedMembersExist(node)] }),
    },
  };
}

const SCALED_ARGUMENT = { shards: 'num_node_groups', replicas: 'replicas_per_node_group' } as const;

/** The service names counted shards `0001` onwards by itself, spreads slots evenly and picks zones. */
function saysMoreThanCounts(topology: Extract<ManagedCache['topology'], { mode: 'sharded' }>): boolean {
  if (!topology.named) return false;
  return topology.shards.some(
    (shard, index) =>
      Number(shard.id) !== index + 1 || shard.slots !== undefined || shard.primaryZone !== undefined || shard.replicaZones !== undefined,
  );
}

/**
 * With named node groups the provider cannot change replicas, and of shards it always removes the highest. A run that leaves the
 * cache other than planned must not look like a success, since the alarms would watch nodes that do not exist.
 */
function plannedMembersExist(node: ManagedCache): { condition: string; errorMessage: string } {
  const planned = node.members.map((member) => member.clusterId);
  return {
    condition: `\${length(setsubtract(${JSON.stringify(planned)}, self.member_clusters)) == 0}`,
    errorMessage: literal(
      `The nodes of ${node.cacheId} are not the planned ones. Terraform cannot remove a chosen shard or change the replicas of named shards: ` +
        'do it once with `aws elasticache modify-replication-group-shard-configuration` or `increase-replica-count` and `decrease-replica-count`, then apply again.',
    ),
  };
}
