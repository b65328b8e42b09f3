import type { Rule } from '../rule';
import { duplicateShards } from './duplicate-shards';
import { failoverNeedsReplicas } from './failover-needs-replicas';
import { fewShards } from './few-shards';
import { multiAzNeedsFailover } from './multi-az-needs-failover';
import { multiAzNeedsReplicas } from './multi-az-needs-replicas';
import { replicaRange } from './replica-range';
import { replicaZones } from './replica-zones';
import { shardCountOrShards } from './shard-count-or-shards';
import { shardId } from './shard-id';
import { shardInOneZone } from './shard-in-one-zone';
import { shardRange } from './shard-range';
import { shardZones } from './shard-zones';
import { shardedNeedsFailover } from './sharded-needs-failover';
import { slotCoverage } from './slot-coverage';
import { slotSyntax } from './slot-syntax';

/** Shards, replicas and zones. */
export const topologyRules: readonly Rule[] = [
  multiAzNeedsFailover, multiAzNeedsReplicas, failoverNeedsReplicas, shardedNeedsFailover, replicaRange, shardCountOrShards, shardRange, shardId,
  duplicateShards, slotSyntax, slotCoverage, replicaZones, shardZones, shardInOneZone, fewShards,
];
