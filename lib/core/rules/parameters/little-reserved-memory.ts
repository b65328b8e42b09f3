import { findNodeType } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

/** Percent that the service recommends at least, in general and on small burstable nodes. */
const RECOMMENDED = { general: 25, small: 30, micro: 50 } as const;

export const littleReservedMemory: Rule = {
  code: 'RB135',
  name: 'little-reserved-memory',
  severity: 'info',
  title: 'As much memory is reserved as the service recommends.',
  why: 'Snapshots, failovers and syncing replicas need room beside the data; without it the node swaps, and snapshots fail.',
  source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-memory-management.html',
  check: ({ blueprint: { parameters }, resolved: { nodeType, parameterGroup } }) => {
    const node = findNodeType(nodeType);
    if (node === undefined || parameterGroup !== undefined) return [];
    const stated = parameters?.['reserved-memory-percent'];
    const reserved = Number(stated ?? RECOMMENDED.general);
    const wanted = node.burstable && node.size === 'micro' ? RECOMMENDED.micro : node.burstable && node.size === 'small' ? RECOMMENDED.small : RECOMMENDED.general;
    if (!(reserved < wanted) || parameters?.['reserved-memory'] !== undefined) return [];
    return [hit(['parameters', 'reserved-memory-percent'], `should be at least ${wanted} on ${nodeType}, got ${reserved}`, `set it to ${wanted}`, reserved)];
  },
};
