import type { Construct } from 'constructs';
import type { ShardedBlueprint } from '../core/blueprint';
import { ManagedCacheBase } from './managed-cache';

/** The options of a sharded cache; network ids may be tokens. */
export type ShardedCacheProps = Omit<ShardedBlueprint, 'kind'>;

/** 1 to 500 shards, resharded online, with network, encryption, users, logs, backups and alarms. */
export class ShardedCache extends ManagedCacheBase {
  constructor(scope: Construct, id: string, props: ShardedCacheProps) {
    super(scope, id, { ...props, kind: 'sharded' });
  }

  /** Address for cluster clients, which learn the shards from it. */
  get configurationEndpoint(): string {
    return this.endpoint('configurationEndpointAddress');
  }
}
