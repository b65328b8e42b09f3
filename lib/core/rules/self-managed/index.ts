import type { SelfManagedRule } from '../rule';
import { applicationUserCount } from './application-user-count';
import { applicationUserCommands } from './application-user-commands';
import { applicationUserName } from './application-user-name';
import { applicationUserPatterns } from './application-user-patterns';
import { applicationUserRights } from './application-user-rights';
import { applicationUsers } from './application-users';
import { authoritySecretArn } from './authority-secret-arn';
import { backupInterval } from './backup-interval';
import { backupRetention } from './backup-retention';
import { burstableDataNodes } from './burstable-data-nodes';
import { certificateValidity } from './certificate-validity';
import { clusterBusPort } from './cluster-bus-port';
import { clusterShardNames } from './cluster-shard-names';
import { clusterShards } from './cluster-shards';
import { copyBucketArn } from './copy-bucket-arn';
import { copyKeyArn } from './copy-key-arn';
import { directives } from './directives';
import { domainSyntax } from './domain-syntax';
import { downAfterLong } from './down-after-long';
import { downAfterRange } from './down-after-range';
import { downAfterShort } from './down-after-short';
import { duplicateApplicationUsers } from './duplicate-application-users';
import { duplicateShardNames } from './duplicate-shard-names';
import { durableWithoutAppendOnly } from './durable-without-append-only';
import { failoverTimeoutRange } from './failover-timeout-range';
import { imageEngine } from './image-engine';
import { instanceTooSmall } from './instance-too-small';
import { instanceTypeKnown } from './instance-type-known';
import { maxLagRange } from './max-lag-range';
import { maxLagWindow } from './max-lag-window';
import { minReplicasRange } from './min-replicas-range';
import { minReplicasSpare } from './min-replicas-spare';
import { nodeTimeoutAdvised } from './node-timeout-advised';
import { nodeTimeoutRange } from './node-timeout-range';
import { pinnedSubnets } from './pinned-subnets';
import { primaryZones } from './primary-zones';
import { quorumMajority } from './quorum-majority';
import { quorumRange } from './quorum-range';
import { replicaCount } from './replica-count';
import { replicaZonesDiffer } from './replica-zones-differ';
import { restoreFrom } from './restore-from';
import { sentinelCount } from './sentinel-count';
import { sentinelPlacement } from './sentinel-placement';
import { sentinelPort } from './sentinel-port';
import { sentinelZones } from './sentinel-zones';
import { volumeIops } from './volume-iops';
import { volumeSize } from './volume-size';
import { volumeThroughput } from './volume-throughput';
import { writeGuard } from './write-guard';

export const selfManagedRules: readonly SelfManagedRule[] = [
  sentinelCount,
  sentinelPlacement,
  quorumRange,
  quorumMajority,
  downAfterRange,
  downAfterShort,
  downAfterLong,
  failoverTimeoutRange,
  sentinelPort,
  sentinelZones,
  primaryZones,
  replicaZonesDiffer,
  replicaCount,
  minReplicasRange,
  minReplicasSpare,
  writeGuard,
  maxLagRange,
  maxLagWindow,
  clusterShards,
  clusterShardNames,
  duplicateShardNames,
  nodeTimeoutRange,
  nodeTimeoutAdvised,
  clusterBusPort,
  instanceTypeKnown,
  instanceTooSmall,
  burstableDataNodes,
  imageEngine,
  volumeSize,
  volumeIops,
  volumeThroughput,
  directives,
  durableWithoutAppendOnly,
  applicationUsers,
  applicationUserCount,
  applicationUserName,
  duplicateApplicationUsers,
  applicationUserRights,
  applicationUserPatterns,
  applicationUserCommands,
  backupInterval,
  backupRetention,
  restoreFrom,
  copyBucketArn,
  copyKeyArn,
  certificateValidity,
  authoritySecretArn,
  pinnedSubnets,
  domainSyntax,
];
