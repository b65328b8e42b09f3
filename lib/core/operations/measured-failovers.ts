/** Page with the drills that the figures come from. */
export const DRILLS_PAGE = 'docs/drills.md';

/** One setting, and what was measured with it: seconds from the fault to the first write on the new primary, medians. */
export interface MeasuredFailover {
  /** `downAfterMs` of Sentinels, `nodeTimeoutMs` of a cluster. */
  readonly detectionMs: number;
  readonly killedSeconds: number;
  readonly frozenSeconds?: number;
  readonly cutOffSeconds?: number;
}

/** Measured on real engines over loopback and namespaces, TLS and ACL on: a deployment adds its own round trips. */
export const MEASURED_FAILOVERS: { readonly [K in 'sentinel' | 'cluster']: readonly MeasuredFailover[] } = {
  sentinel: [
    { detectionMs: 1000, killedSeconds: 2, frozenSeconds: 3, cutOffSeconds: 3.7 },
    { detectionMs: 5000, killedSeconds: 6, frozenSeconds: 7.2, cutOffSeconds: 7.7 },
    { detectionMs: 30_000, killedSeconds: 30.7, frozenSeconds: 31.9, cutOffSeconds: 32.7 },
    { detectionMs: 60_000, killedSeconds: 60.4, frozenSeconds: 62.2, cutOffSeconds: 62.8 },
  ],
  cluster: [
    { detectionMs: 1000, killedSeconds: 2.5 },
    { detectionMs: 5000, killedSeconds: 7.9 },
    { detectionMs: 15_000, killedSeconds: 20.2 },
  ],
};

/** Seconds that a primary which is cut off goes on accepting writes, by `minReplicasMaxLagSeconds`. */
export const MEASURED_GUARD: readonly { readonly maxLagSeconds: number; readonly seconds: number }[] = [
  { maxLagSeconds: 2, seconds: 2.5 },
  { maxLagSeconds: 10, seconds: 10.5 },
];

/** Planned failovers under load: seconds without an acknowledged write; none of them lost one. */
export const MEASURED_PLANNED = {
  sentinel: 'a gap of 1.6 to 2.7 s',
  cluster: 'a gap of 56 to 64 ms',
} as const;
