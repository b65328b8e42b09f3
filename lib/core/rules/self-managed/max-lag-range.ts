import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Seconds: an hour. */
const MOST = 3600;

export const maxLagRange: SelfManagedRule = {
  code: 'RB516',
  name: 'max-lag-range',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'The lag after which a replica no longer counts is at least a second.',
  why: '0 switches the guard off that `minReplicasToWrite` asks for; replicas report once a second.',
  source: 'https://valkey.io/topics/replication/',
  check: ({ resolved: { minReplicasMaxLagSeconds: seconds } }) =>
    seconds >= 1 && seconds <= MOST ? [] : [hit(['minReplicasMaxLagSeconds'], `must be from 1 to ${MOST}, got ${seconds}`, `remove it to get ${SELF_MANAGED_DEFAULTS.minReplicasMaxLagSeconds}`, seconds)],
};
