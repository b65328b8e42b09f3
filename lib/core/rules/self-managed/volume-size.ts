import { findInstanceType } from '../../catalog';
import { GIB, memoryBudget } from '../../config/memory-budget';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const COPIES = 2;

/** Of a gp3 volume. @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
const LARGEST_GIB = 16_384;

export const volumeSize: SelfManagedRule = {
  code: 'RB534',
  name: 'volume-size',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'The data volume holds the data twice.',
  why: 'An append-only file and a snapshot are rewritten beside the old one; on a full volume writes stop and the node cannot be restarted.',
  source: 'https://valkey.io/topics/persistence/',
  check: ({ resolved }) => {
    const instance = findInstanceType(resolved.instanceType);
    const { sizeGiB } = resolved.dataVolume;
    if (instance === undefined || sizeGiB === undefined) return [];
    const needed = Math.ceil((COPIES * memoryBudget(resolved, instance).maxmemoryBytes) / GIB);
    if (sizeGiB > LARGEST_GIB) return [hit(['dataVolume', 'sizeGiB'], `must be at most ${LARGEST_GIB}, got ${sizeGiB}`, 'remove it to get the default', sizeGiB)];
    return sizeGiB >= needed ? [] : [hit(['dataVolume', 'sizeGiB'], `must be at least ${needed}, twice the data that ${instance.name} holds, got ${sizeGiB}`, 'raise it, or remove it to get the default', sizeGiB)];
  },
};
