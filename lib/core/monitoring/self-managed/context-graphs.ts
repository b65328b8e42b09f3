import type { ContextGraph } from '../context-graphs';
import { measured } from './reader';

/** What an operator of own nodes looks at next, by question. */
export const SELF_MANAGED_GRAPHS: readonly ContextGraph[] = [
  { question: 'up', title: 'Replicas that each primary can count on', metrics: [measured('connectedReplicas', 'Minimum')] },
  { question: 'up', title: 'Slots with a primary, as each node sees it', metrics: [measured('clusterSlotsOk', 'Minimum')], applies: ({ sharded }) => sharded },
  { question: 'fast', title: 'Commands a minute', metrics: [measured('commands', 'Sum')] },
  { question: 'fast', title: 'Hits and misses a minute', metrics: [measured('keyspaceHits', 'Sum'), measured('keyspaceMisses', 'Sum')] },
  { question: 'fast', title: 'Blocked clients', metrics: [measured('blockedClients', 'Average')] },
  { question: 'fast', title: 'CPU of the machine, percent', metrics: [measured('cpu', 'Average')] },
  { question: 'full', title: 'Evicted keys a minute', metrics: [measured('evictedKeys', 'Sum')] },
  { question: 'safe', title: 'Bytes that the slowest replica is behind', metrics: [measured('replicationLagBytes', 'Maximum')] },
  { question: 'balanced', title: 'CPU of the engine thread, by node', metrics: [measured('engineCpu', 'Average')] },
  { question: 'balanced', title: 'Memory, percent of maxmemory, by node', metrics: [measured('memoryUsed', 'Average')] },
  { question: 'balanced', title: 'Connected clients, by node', metrics: [measured('connectedClients', 'Average')] },
];
