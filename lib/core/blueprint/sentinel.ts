import type { SelfManagedOptions } from './self-managed';

/** The Sentinels that watch a primary and its replicas. */
export interface SentinelSpec {
  /** Number of Sentinels: 3 or 5. @default 3 */
  readonly count?: number;
  /** On the data nodes themselves, or on small nodes of their own. @default data-nodes when there are at least as many, otherwise own-nodes */
  readonly placement?: 'data-nodes' | 'own-nodes';
  /** Instance type of own nodes. @default t4g.small, or t3.small on x86-64 */
  readonly instanceType?: string;
  /** Sentinels that must agree that the primary is down. @default - the majority */
  readonly quorum?: number;
  /** Milliseconds of silence after which one Sentinel believes that a node is down; below 1000 refused, below 3000 warned. @default 5000 */
  readonly downAfterMs?: number;
  /** Milliseconds that a failover may take before another is tried. @default 60000 */
  readonly failoverTimeoutMs?: number;
  /** Port of the Sentinels. @default 26379 */
  readonly port?: number;
}

/** A primary, 1 to 4 replicas and 3 or 5 Sentinels on EC2. */
export interface SentinelBlueprint extends SelfManagedOptions {
  readonly kind: 'sentinel';
  /** The Sentinels. @default - see SentinelSpec */
  readonly sentinels?: SentinelSpec;
}
