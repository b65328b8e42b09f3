import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Seconds; the engines' own default. */
const LONG = 10;
const HOUR = 3600;

export const maxLagWindow: SelfManagedRule = {
  code: 'RB517',
  name: 'max-lag-window',
  severity: 'warning',
  looksAt: 'self-managed',
  title: 'A primary that is cut off stops within a few seconds, and not while all is well.',
  why: 'It accepts writes that are lost for about this long: 2.5 s at 2 and 10.5 s at 10 were measured. Replicas report once a second, so that 1 stops writes at the first late report.',
  source: 'https://valkey.io/topics/replication/',
  check: ({ resolved: { minReplicasMaxLagSeconds: seconds, minReplicasToWrite } }) => {
    const { minReplicasMaxLagSeconds: advised } = SELF_MANAGED_DEFAULTS;
    if (minReplicasToWrite < 1) return [];
    if (seconds === 1) return [hit(['minReplicasMaxLagSeconds'], `should be at least ${advised}, got 1, with which one late report stops writes`, `remove it to get ${advised}`, seconds)];
    return seconds >= LONG && seconds <= HOUR ? [hit(['minReplicasMaxLagSeconds'], `should be below ${LONG}, got ${seconds}, during which a primary that is cut off accepts writes that are lost`, `remove it to get ${advised}`, seconds)] : [];
  },
};
