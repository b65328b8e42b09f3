import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const minReplicasRange: SelfManagedRule = {
  code: 'RB513',
  name: 'min-replicas-range',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'A primary can have the replicas that it must reach to accept writes.',
  why: 'A primary that asks for more replicas than it has never accepts a write.',
  source: 'https://valkey.io/topics/replication/',
  check: ({ resolved: { minReplicasToWrite, replicas } }) => {
    if (minReplicasToWrite < 0) return [hit(['minReplicasToWrite'], `must be 0 or more, got ${minReplicasToWrite}`, 'remove it to get the default', minReplicasToWrite)];
    return minReplicasToWrite > replicas && replicas >= 1 ? [hit(['minReplicasToWrite'], `must be at most ${replicas}, the number of replicas, got ${minReplicasToWrite}`, 'lower it, or add replicas', minReplicasToWrite)] : [];
  },
};
