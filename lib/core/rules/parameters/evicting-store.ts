import type { WorkloadPreset } from '../../blueprint';
import { hit } from '../hit';
import type { SharedRule } from '../rule';
import { eventualPolicy, policyPathOf } from './policy';

const LOSSES: { readonly [workload in WorkloadPreset]?: string } = {
  queue: 'jobs vanish without a trace',
  'primary-store': 'data vanishes for good',
  leaderboard: 'a whole board vanishes',
};

export const evictingStore: SharedRule = {
  code: 'RB127',
  name: 'evicting-store',
  severity: 'warning',
  looksAt: 'every',
  title: 'A queue, a primary store and a leaderboard do not evict.',
  why: 'An evicting policy deletes keys when memory is full, silently, and nobody can fetch them again.',
  source: 'https://valkey.io/topics/lru-cache/',
  check: (context) => {
    const policy = eventualPolicy(context);
    const { workload } = context.resolved;
    const loss = LOSSES[workload];
    if (loss === undefined || policy?.evicts !== true) return [];
    return [hit(policyPathOf(context), `should be noeviction for the workload ${workload}, got ${policy.name}, with which ${loss} when memory is full`, 'remove it, or set noeviction', policy.name)];
  },
};
