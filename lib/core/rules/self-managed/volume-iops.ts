import { findInstanceType } from '../../catalog';
import { volumeSizeGiB } from '../../config/volume';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const LEAST = 3000;

/**
 * References of the API say 16,000 at most; newer announcements say more. The lower figure is accepted everywhere.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html
 */
const MOST = 16_000;
const PER_GIB = 500;

export const volumeIops: SelfManagedRule = {
  code: 'RB535',
  name: 'volume-iops',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'IOPS of the data volume are ones that gp3 offers at its size.',
  why: 'EBS refuses the volume otherwise, after everything else has been made.',
  source: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
  check: ({ resolved }) => {
    const { iops } = resolved.dataVolume;
    if (iops < LEAST || iops > MOST) return [hit(['dataVolume', 'iops'], `must be from ${LEAST} to ${MOST}, got ${iops}`, 'remove it to get the default', iops)];
    const size = findInstanceType(resolved.instanceType) === undefined ? undefined : volumeSizeGiB(resolved);
    return size === undefined || iops <= size * PER_GIB || iops === LEAST ? [] : [hit(['dataVolume', 'iops'], `must be at most ${Math.floor(size * PER_GIB)} for ${size} GiB, got ${iops}`, 'lower it, or raise `dataVolume.sizeGiB`', iops)];
  },
};
