import type { WorkloadPreset } from '../../blueprint';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const DURABLE: readonly WorkloadPreset[] = ['queue', 'primary-store', 'leaderboard'];

export const durableWithoutAppendOnly: SelfManagedRule = {
  code: 'RB538',
  name: 'durable-without-append-only',
  severity: 'warning',
  looksAt: 'self-managed',
  title: 'Data that cannot be made again is appended to a file.',
  why: 'Snapshots are minutes old: when a whole shard restarts, everything since the last one is lost.',
  source: 'https://valkey.io/topics/persistence/',
  check: ({ resolved: { workload, persistence } }) =>
    DURABLE.includes(workload) && !persistence.appendOnly
      ? [hit(['persistence', 'appendOnly'], `should be true for the workload ${workload}, got false`, 'remove it, or state the workload that this is', false)]
      : [],
};
