import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const LEAST = 125;

/** References of the API say 1,000 at most; newer announcements say more. The lower figure is accepted everywhere. */
const MOST = 1000;
const PER_IOPS = 0.25;

export const volumeThroughput: SelfManagedRule = {
  code: 'RB536',
  name: 'volume-throughput',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Throughput of the data volume is one that gp3 offers at its IOPS.',
  why: 'EBS refuses the volume otherwise, after everything else has been made.',
  source: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
  check: ({ resolved: { dataVolume: { iops, throughputMiBps } } }) => {
    if (throughputMiBps < LEAST || throughputMiBps > MOST) return [hit(['dataVolume', 'throughputMiBps'], `must be from ${LEAST} to ${MOST}, got ${throughputMiBps}`, 'remove it to get the default', throughputMiBps)];
    return throughputMiBps <= iops * PER_IOPS ? [] : [hit(['dataVolume', 'throughputMiBps'], `must be at most ${Math.floor(iops * PER_IOPS)} for ${iops} IOPS, got ${throughputMiBps}`, 'lower it, or raise `dataVolume.iops`', throughputMiBps)];
  },
};
