import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Milliseconds; the engines' own default, which is too long for most. */
const LONG = 30_000;
const HOUR = 3_600_000;

export const downAfterLong: SelfManagedRule = {
  code: 'RB506',
  name: 'down-after-long',
  severity: 'warning',
  looksAt: 'self-managed',
  title: 'A failure is noticed within half a minute.',
  why: 'Writes fail from the failure to the failover: 30.7 s were measured at 30000 and 60.4 s at 60000, against 6.0 s at 5000.',
  source: 'https://valkey.io/topics/sentinel/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'sentinel') return [];
    const { downAfterMs } = resolved.sentinels;
    return downAfterMs >= LONG && downAfterMs <= HOUR ? [hit(['sentinels', 'downAfterMs'], `should be below ${LONG}, got ${downAfterMs}, during which writes fail`, `remove it to get ${SELF_MANAGED_DEFAULTS.sentinels.downAfterMs}`, downAfterMs)] : [];
  },
};
