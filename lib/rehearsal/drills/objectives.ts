import type { ResolvedSelfManagedBlueprint } from '../../core/blueprint/resolve-self-managed';
import { SELF_MANAGED_DEFAULTS } from '../../core/blueprint/self-managed-defaults';

/** A limit that a drill is judged against, and why it stands there. */
export interface Objective {
  readonly limit: number;
  readonly reason: string;
}

/** What a deployment has to hold under faults. */
export interface Objectives {
  /** Longest time in milliseconds without an acknowledged write after the primary was killed. */
  readonly killGapMs: Objective;
  readonly freezeGapMs: Objective;
  readonly cutGapMs: Objective;
  readonly zoneGapMs: Objective;
  readonly plannedGapMs: Objective;
  /** Gap while slots or replicas come and go. */
  readonly scalingGapMs: Objective;
  /** Acknowledged writes that may be lost in anything but a partition. */
  readonly lost: Objective;
  /** Milliseconds' worth of acknowledged writes that clients of a primary that is cut off may lose. */
  readonly partitionLossMs: Objective;
}

/** Beyond the time that it takes to believe a failure. */
const BEYOND = { kill: 2000, freeze: 4000, cut: 4000, zone: 4000 } as const;
/**
 * Sentinels ask each other at once; nodes of a cluster tell each other with the pings that they send anyway, at the latest after
 * half a node timeout.
 */
const GOSSIP = 1.5;
const PLANNED_MS = 5000;
const SCALING_MS = 2000;
/** Lags are whole seconds and looked at once a second, and a replica speaks once a second. */
const NOTICE_MS = 2000;

/**
 * Objectives of a blueprint. They rest on its own time of detection; a guard that is switched off is judged as if it were on,
 * as otherwise a deployment without one could never fail.
 */
export function objectivesFor(resolved: ResolvedSelfManagedBlueprint): Objectives {
  const detection = resolved.kind === 'sentinel' ? resolved.sentinels.downAfterMs : Math.round(resolved.nodeTimeoutMs * GOSSIP);
  const beyond = (milliseconds: number, reason: string): Objective => ({ limit: detection + milliseconds, reason: `${detection} ms to believe it, ${reason}` });
  return {
    killGapMs: beyond(BEYOND.kill, 'then an election, a promotion and the clients\' next connection'),
    freezeGapMs: beyond(BEYOND.freeze, 'an answer that was owed first, then an election, and clients that notice a connection that is open and silent'),
    cutGapMs: beyond(BEYOND.cut, 'an answer that was owed first, then an election, and clients whose packets vanish'),
    zoneGapMs: beyond(BEYOND.zone, 'then an election among those that are left, and clients that ask the dead ones first'),
    plannedGapMs: { limit: PLANNED_MS, reason: 'nothing has to be believed: writes are held, offsets match, a replica is promoted' },
    scalingGapMs: { limit: SCALING_MS, reason: 'no primary changes; clients follow redirections' },
    lost: { limit: 0, reason: 'what was acknowledged has reached the replica by the time that the primary is replaced' },
    partitionLossMs: partition(resolved),
  };
}

function partition(resolved: ResolvedSelfManagedBlueprint): Objective {
  if (resolved.kind === 'cluster' && resolved.minReplicasToWrite === 0) {
    return { limit: Math.round(resolved.nodeTimeoutMs * GOSSIP) + NOTICE_MS, reason: 'a primary without the majority stops once it believes that the others are gone; min-replicas-to-write is 0, as a shard with one replica must survive its loss' };
  }
  const lagMs = resolved.minReplicasToWrite > 0 ? resolved.minReplicasMaxLagSeconds * 1000 : SELF_MANAGED_DEFAULTS.minReplicasMaxLagSeconds * 1000;
  return { limit: lagMs + NOTICE_MS, reason: `a primary without replicas stops accepting writes ${lagMs} ms after the last word of one, counted in whole seconds once a second` };
}
