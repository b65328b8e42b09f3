import type { ResolvedNode, ResolvedSelfManaged } from '../../blueprint/resolve-self-managed';
import type { MemoryBudget } from '../memory-budget';
import { addressOf } from '../placeholders';
import type { Setting } from '../render';

/** A replica that stays above half the hard limit for this long will not catch up. */
const SOFT_LIMIT_SECONDS = 60;

/**
 * How data reaches the replicas, and when the primary stops without them.
 * @see https://valkey.io/topics/replication/
 */
export function replicationSettings(resolved: ResolvedSelfManaged, node: ResolvedNode, budget: MemoryBudget): readonly Setting[] {
  const { backlogBytes, replicaBufferBytes } = budget;
  return [
    { directive: 'tls-replication', value: true, reason: 'data between nodes is encrypted, too' },
    { directive: 'replica-announce-ip', value: addressOf(node.name), reason: 'the address that outlives the instance' },
    { directive: 'replica-announce-port', value: resolved.port, reason: 'the port that is open' },
    { directive: 'replica-read-only', value: true, reason: 'a write to a replica would be lost at the next sync' },
    { directive: 'repl-diskless-sync', value: true, reason: 'a copy need not pass through the volume first' },
    { directive: 'repl-backlog-size', value: backlogBytes, reason: 'a replica catches up after a short break instead of copying everything; a 64th of the memory' },
    {
      directive: 'client-output-buffer-limit',
      value: ['replica', String(replicaBufferBytes), String(replicaBufferBytes / 2), String(SOFT_LIMIT_SECONDS)],
      reason: 'must hold what is written during a full copy, or the copy starts over for ever; a 16th of the memory',
    },
    { directive: 'min-replicas-to-write', value: resolved.minReplicasToWrite, reason: minReplicasReason(resolved) },
    { directive: 'min-replicas-max-lag', value: resolved.minReplicasMaxLagSeconds, reason: 'a primary that is cut off goes on for about this long; measured 2.5 s at 2' },
  ];
}

function minReplicasReason({ minReplicasToWrite }: ResolvedSelfManaged): string {
  return minReplicasToWrite > 0
    ? 'a primary that reaches no replica stops accepting what it would lose'
    : 'a shard with one replica must survive its loss; a primary that is cut off from the majority stops after the node timeout';
}
