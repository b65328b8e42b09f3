import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Milliseconds. */
export const LEAST = 1000;

/** Milliseconds: ten minutes. */
export const MOST = 600_000;

export const nodeTimeoutRange: SelfManagedRule = {
  code: 'RB523',
  name: 'node-timeout-range',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'A node of a cluster is believed to have failed after a second at least.',
  why: 'Heartbeats, votes and the age of replicas are all counted in this timeout; shorter ones make a stalled node a failed one.',
  source: 'https://valkey.io/topics/cluster-spec/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'cluster') return [];
    const { nodeTimeoutMs } = resolved;
    return nodeTimeoutMs >= LEAST && nodeTimeoutMs <= MOST ? [] : [hit(['nodeTimeoutMs'], `must be from ${LEAST} to ${MOST}, got ${nodeTimeoutMs}`, `remove it to get ${SELF_MANAGED_DEFAULTS.clusterNodeTimeoutMs}`, nodeTimeoutMs)];
  },
};
