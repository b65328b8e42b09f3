import { findInstanceType } from '../../catalog';
import { memoryBudget } from '../../config/memory-budget';
import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const LEAST_MIB = 128;
const LEAST_BYTES = LEAST_MIB * 1_048_576;

export const instanceTooSmall: SelfManagedRule = {
  code: 'RB531',
  name: 'instance-too-small',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'The instance leaves memory for data.',
  why: 'After the system, buffers and room for forks nothing is left, and the node would run out of memory at its first snapshot.',
  source: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html',
  check: ({ resolved }) => {
    const instance = findInstanceType(resolved.instanceType);
    if (instance === undefined || memoryBudget(resolved, instance).maxmemoryBytes >= LEAST_BYTES) return [];
    return [hit(['instanceType'], `must leave ${LEAST_MIB} MiB for data beside the system, buffers and forks, got ${shown(instance.name)} with ${instance.memoryGiB} GiB`, 'choose a larger one', instance.name)];
  },
};
