import type { AlarmDefinition } from '../definition';
import { authenticationFailures } from './authentication-failures';
import { authorizationFailures } from './authorization-failures';
import { balance } from './balance';
import { connections } from './connections';
import { cpuCredits } from './cpu-credits';
import { cpu } from './cpu';
import { evictions } from './evictions';
import { hitRate } from './hit-rate';
import { iamThrottling } from './iam-throttling';
import { readLatency, writeLatency } from './latency';
import { memberMissing } from './member-missing';
import { memory } from './memory';
import { network } from './network';
import { primary } from './primary';
import { replicationLag } from './replication-lag';
import { replicationLink } from './replication-link';
import { swap } from './swap';
import { trafficManagement } from './traffic-management';

/**
 * Alarms of node-based ElastiCache, the most needed first: where a cache is too large for all of them, the last ones go
 * and stay on the dashboard.
 *
 * Without an alarm, on purpose: `NewConnections` and `MemoryFragmentationRatio` (no value means the same for two
 * workloads), `SaveInProgress` (every snapshot sets it; it explains, it does not accuse) and `ErrorCount` (counts every
 * wrong command of every application).
 */
export const MANAGED_ALARMS: readonly AlarmDefinition[] = [
  primary,
  cpu,
  memory,
  connections,
  balance,
  replicationLag,
  evictions,
  memberMissing,
  swap,
  authenticationFailures,
  replicationLink,
  trafficManagement,
  iamThrottling,
  authorizationFailures,
  network,
  cpuCredits,
  writeLatency,
  readLatency,
  hitRate,
];
