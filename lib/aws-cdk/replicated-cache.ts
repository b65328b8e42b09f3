import type { Construct } from 'constructs';
import type { ReplicatedOptions } from '../core/blueprint';
import { translateProps } from './blueprint-of';
import type { CacheConstructProps } from './cache-props';
import type { IReplicatedCache } from './cache';
import { ImportedReplicatedCache } from './imported-cache';
import type { ReplicatedCacheAttributes } from './imported-cache';
import { ManagedCache } from './managed-cache';

/** Props of a replicated cache: the keys of a `replicated` blueprint, and CDK objects for what exists already. */
export interface ReplicatedCacheProps extends ReplicatedOptions, CacheConstructProps {}

/** One shard on ElastiCache, a primary and its replicas, with network, key, users, logs, backups, alarms and dashboard. */
export class ReplicatedCache extends ManagedCache implements IReplicatedCache {
  /** A cache that is managed elsewhere. */
  static fromReplicatedCacheAttributes(scope: Construct, id: string, attributes: ReplicatedCacheAttributes): IReplicatedCache {
    return new ImportedReplicatedCache(scope, id, attributes);
  }

  constructor(scope: Construct, id: string, props: ReplicatedCacheProps) {
    const { blueprint, findings } = translateProps<ReplicatedOptions>(scope, props);
    super(scope, id, { ...blueprint, kind: 'replicated' }, findings);
  }

  get primaryEndpoint(): string {
    return this.endpoint('primaryEndpoint');
  }

  get readerEndpoint(): string {
    return this.endpoint('readerEndpoint');
  }
}
