import { compareVersions } from '../../catalog';
import { NEW_PRIMARY } from './step';
import type { ProcedureStep } from './step';

/** Longest time that writes are held; a failover takes 1.6 to 2.7 s, and writes must go on by themselves should everything stop. */
const PAUSE_MS = 15_000;

const PING_PERIOD = 'repl-ping-replica-period';
/** What every engine version starts with. */
const STOCK_PING_SECONDS = '10';

export interface FailoverWords {
  readonly kind: 'sentinel' | 'cluster';
  readonly engine: 'valkey' | 'redis';
  readonly version: string;
  /** Name that the Sentinels know the nodes by. @default - a cluster has none */
  readonly primaryName?: string;
}

/**
 * Moves the primary's role to a replica without losing an acknowledged write.
 *
 * `SENTINEL FAILOVER` by itself lost about a second of acknowledged writes, even with WAIT 1.
 * @see https://valkey.io/commands/client-pause/
 * @see https://valkey.io/commands/cluster-failover/
 */
export function plannedFailover(words: FailoverWords): readonly ProcedureStep[] {
  if (words.kind === 'cluster') {
    return [
      { name: 'hand over', on: 'replica', command: ['CLUSTER', 'FAILOVER'], reason: 'the replica waits until it has everything while the primary holds its clients' },
      CHANGED,
    ];
  }
  const name = words.primaryName ?? '';
  if (words.engine === 'valkey' && compareVersions(words.version, '9.1') >= 0) {
    return [
      { name: 'hand over', on: 'sentinel', command: ['SENTINEL', 'FAILOVER', name, 'COORDINATED'], reason: 'the primary itself hands over once the replica has everything' },
      CHANGED,
    ];
  }
  return [
    // One ping too many in a replica, and neither it nor the old primary can go on from where the new one begins: both copy
    // everything, and until one has, min-replicas-to-write refuses writes. Measured: 6.5 s instead of 1.3 s, with hardly any data.
    { name: 'hold pings', on: 'primary', command: ['CONFIG', 'SET', PING_PERIOD, '3600'], reason: 'replicas that are ahead of the promoted one would have to copy everything' },
    { name: 'hold writes', on: 'primary', command: ['CLIENT', 'PAUSE', String(PAUSE_MS), 'WRITE'], reason: 'what is acknowledged from here on would be lost' },
    { name: 'wait for offsets', until: 'replicas-caught-up', timeoutMs: 10_000, reason: 'the promoted replica must have every acknowledged write' },
    { name: 'fail over', on: 'sentinel', command: ['SENTINEL', 'FAILOVER', name], reason: 'the Sentinels tell clients and the other replicas' },
    CHANGED,
    // Sentinel itself demotes the old primary some ten seconds later; released writes would be acknowledged there and lost.
    { name: 'demote the old primary', on: 'primary', command: ['REPLICAOF', NEW_PRIMARY.host, NEW_PRIMARY.port], reason: 'writes that are still held must be refused, not taken by a primary that nobody follows' },
    { name: 'release writes', on: 'primary', command: ['CLIENT', 'UNPAUSE'], always: true, reason: 'clients that still wait are refused by what is a replica now, and go to the new primary' },
    { name: 'release pings', on: 'primary', command: ['CONFIG', 'SET', PING_PERIOD, STOCK_PING_SECONDS], always: true, reason: 'as it was' },
  ];
}

const CHANGED: ProcedureStep = { name: 'wait for the new primary', until: 'primary-changed', timeoutMs: 30_000, reason: 'the next step must not hit a failover that is under way' };
