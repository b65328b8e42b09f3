import type { ResolvedCluster, ResolvedNode } from '../../blueprint/resolve-self-managed';
import { addressOf } from '../placeholders';
import type { Setting } from '../render';

/**
 * Redis Cluster.
 * @see https://valkey.io/topics/cluster-tutorial/
 */
export function clusterSettings(resolved: ResolvedCluster, node: ResolvedNode): readonly Setting[] {
  return [
    { directive: 'cluster-enabled', value: true, reason: 'the topology' },
    { directive: 'cluster-config-file', value: 'nodes.conf', reason: 'on the data volume, so that a replaced node is the same one', whereKnown: true },
    { directive: 'tls-cluster', value: true, reason: 'the bus carries the map of slots and commands to fail over' },
    { directive: 'cluster-node-timeout', value: resolved.nodeTimeoutMs, reason: 'recovery took 7.9 s at 5000 and 20.2 s at 15000' },
    { directive: 'cluster-require-full-coverage', value: resolved.requireFullCoverage, reason: 'shards that are well go on when another is not: 74 ms of gap against about 1 s' },
    { directive: 'cluster-replica-validity-factor', value: 10, reason: 'a replica that was cut off for longer than ten timeouts is too old to take over' },
    { directive: 'cluster-allow-replica-migration', value: false, reason: 'a node stays in the shard that its name and its zone were planned for' },
    { directive: 'cluster-migration-barrier', value: 1, reason: 'should migration be allowed by hand, no shard gives away its last replica' },
    { directive: 'cluster-announce-ip', value: addressOf(node.name), reason: 'the address that outlives the instance' },
    { directive: 'cluster-announce-hostname', value: node.host, reason: 'clients that check names in certificates find one', whereKnown: true },
    { directive: 'cluster-preferred-endpoint-type', value: 'ip', reason: 'addresses are fixed, and a failover must not wait for a name server', whereKnown: true },
    { directive: 'cluster-announce-human-nodename', value: node.name, reason: 'logs name the node', whereKnown: true },
  ];
}
