import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const minReplicasSpare: SelfManagedRule = {
  code: 'RB514',
  name: 'min-replicas-spare',
  severity: 'warning',
  looksAt: 'self-managed',
  title: 'A primary goes on accepting writes while one replica is away.',
  why: 'When every replica must be reachable, restarting or losing a single one stops all writes.',
  source: 'https://valkey.io/topics/replication/',
  check: ({ resolved: { minReplicasToWrite, replicas } }) =>
    replicas >= 1 && minReplicasToWrite === replicas
      ? [hit(['minReplicasToWrite'], `should be below ${replicas}, the number of replicas, got ${minReplicasToWrite}, with which one replica that is down stops writes`, 'add a replica, or state 0 and accept that a primary that is cut off loses what it accepts', minReplicasToWrite)]
      : [],
};
