import type { Construct } from 'constructs';
import type { ReplicatedBlueprint } from '../core/blueprint';
import { ManagedCacheBase } from './managed-cache';

/** The options of a replicated cache; network ids may be tokens. */
export type ReplicatedCacheProps = Omit<ReplicatedBlueprint, 'kind'>;

/** One shard: a primary and its replicas across zones, with network, encryption, users, logs, backups and alarms. */
export class ReplicatedCache extends ManagedCacheBase {
  constructor(scope: Construct, id: string, props: ReplicatedCacheProps) {
    super(scope, id, { ...props, kind: 'replicated' });
  }

  /** Address for writes; follows the primary through failovers. */
  get primaryEndpoint(): string {
    return this.endpoint('primaryEndpointAddress');
  }

  /** Address for reads that may lag, spread over the replicas. */
  get readerEndpoint(): string {
    return this.endpoint('readerEndpointAddress');
  }
}
