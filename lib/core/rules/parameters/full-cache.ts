import { PRESETS } from '../../blueprint/presets';
import type { WorkloadPreset } from '../../blueprint';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { eventualPolicy, POLICY_PATH } from './policy';

const EVICTING: readonly WorkloadPreset[] = ['cache', 'session', 'rate-limiter'];

export const fullCache: Rule = {
  code: 'RB128',
  name: 'full-cache',
  severity: 'warning',
  title: 'A cache, a session store and a rate limiter can evict.',
  why: 'With noeviction every write fails with an out-of-memory error as soon as memory is full, until keys expire.',
  source: 'https://valkey.io/topics/lru-cache/',
  check: (context) => {
    const policy = eventualPolicy(context);
    const { workload } = context.resolved;
    if (!EVICTING.includes(workload) || policy === undefined || policy.evicts) return [];
    const preset = PRESETS[workload]['maxmemory-policy']?.value;
    return [hit(POLICY_PATH, `should evict for the workload ${workload}, got ${policy.name}, with which writes fail when memory is full`, `remove it to get ${preset}, or choose another workload`, policy.name)];
  },
};
