import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const MOST = 4;

export const replicaCount: SelfManagedRule = {
  code: 'RB512',
  name: 'replica-count',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Every primary has 1 to 4 replicas.',
  why: 'Without a replica there is nothing to promote; each replica beyond four costs the primary a copy of every write and adds little safety.',
  source: 'https://valkey.io/topics/replication/',
  check: ({ resolved: { replicas } }) =>
    replicas >= 1 && replicas <= MOST ? [] : [hit(['replicas'], `must be from 1 to ${MOST}, got ${replicas}`, 'remove it to get the default', replicas)],
};
