import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Milliseconds. */
const LEAST = 10_000;

/** Milliseconds: an hour. */
const MOST = 3_600_000;

export const failoverTimeoutRange: SelfManagedRule = {
  code: 'RB507',
  name: 'failover-timeout-range',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'A failover has more time than it takes to notice a failure.',
  why: 'The timeout bounds the reconfiguration of replicas and, doubled, the time until another try; shorter than the detection, every failover is given up.',
  source: 'https://valkey.io/topics/sentinel/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'sentinel') return [];
    const { downAfterMs, failoverTimeoutMs } = resolved.sentinels;
    const least = Math.max(LEAST, downAfterMs);
    if (failoverTimeoutMs >= least && failoverTimeoutMs <= MOST) return [];
    return failoverTimeoutMs > MOST
      ? [hit(['sentinels', 'failoverTimeoutMs'], `must be at most ${MOST}, got ${failoverTimeoutMs}`, 'remove it, a failed try would block the next one for twice as long', failoverTimeoutMs)]
      : [hit(['sentinels', 'failoverTimeoutMs'], `must be at least ${least}, no less than \`sentinels.downAfterMs\` and ${LEAST}, got ${failoverTimeoutMs}`, 'raise it, or lower `sentinels.downAfterMs`', failoverTimeoutMs)];
  },
};
