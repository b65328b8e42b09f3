import { SELF_MANAGED_DEFAULTS } from '../../blueprint/self-managed-defaults';
import { LEAST, MOST } from './node-timeout-range';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

/** Milliseconds. */
const SAFE = 3000;
const LONG = 30_000;

export const nodeTimeoutAdvised: SelfManagedRule = {
  code: 'RB524',
  name: 'node-timeout-advised',
  severity: 'warning',
  looksAt: 'self-managed',
  title: 'A failed node is replaced within seconds, and a stalled one is not.',
  why: 'Recovery took 2.5 s at 1000, 7.9 s at 5000 and 20.2 s at the stock 15000; below 3000 a fork or a live migration counts as a failure.',
  source: 'https://valkey.io/topics/cluster-spec/',
  check: ({ resolved }) => {
    if (resolved.kind !== 'cluster') return [];
    const { nodeTimeoutMs } = resolved;
    const advice = `remove it to get ${SELF_MANAGED_DEFAULTS.clusterNodeTimeoutMs}`;
    if (nodeTimeoutMs >= LEAST && nodeTimeoutMs < SAFE) return [hit(['nodeTimeoutMs'], `should be at least ${SAFE}, got ${nodeTimeoutMs}, with which a short stall causes a failover`, advice, nodeTimeoutMs)];
    return nodeTimeoutMs >= LONG && nodeTimeoutMs <= MOST ? [hit(['nodeTimeoutMs'], `should be below ${LONG}, got ${nodeTimeoutMs}, during which writes to the shard fail`, advice, nodeTimeoutMs)] : [];
  },
};
