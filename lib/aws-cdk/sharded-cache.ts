import type { Construct } from 'constructs';
import type { ShardedOptions } from '../core/blueprint';
import { translateProps } from './blueprint-of';
import type { CacheConstructProps } from './cache-props';
import type { IShardedCache } from './cache';
import { ImportedShardedCache } from './imported-cache';
import type { ShardedCacheAttributes } from './imported-cache';
import { ManagedCache } from './managed-cache';

/** Props of a sharded cache: the keys of a `sharded` blueprint, and CDK objects for what exists already. */
export interface ShardedCacheProps extends ShardedOptions, CacheConstructProps {}

/** Cluster mode on ElastiCache, resharded online, with network, key, users, logs, backups, scaling, alarms and dashboard. */
export class ShardedCache extends ManagedCache implements IShardedCache {
  /** A cache that is managed elsewhere. */
  static fromShardedCacheAttributes(scope: Construct, id: string, attributes: ShardedCacheAttributes): IShardedCache {
    return new ImportedShardedCache(scope, id, attributes);
  }

  constructor(scope: Construct, id: string, props: ShardedCacheProps) {
    const { blueprint, findings } = translateProps<ShardedOptions>(scope, props);
    super(scope, id, { ...blueprint, kind: 'sharded' }, findings);
  }

  get configurationEndpoint(): string {
    return this.endpoint('configurationEndpoint');
  }
}
