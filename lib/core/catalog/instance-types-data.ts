/*
 * Every number here was compared with AWS's own, by way of Karpenter, which writes them down unchanged: vCPUs, memory and architecture from
 * the EC2 API (DescribeInstanceTypes), network baselines from the network tables of AWS's pages of general purpose, memory and compute
 * optimized types. PAGES.ec2 names both lists at the commit that was read. Bare metal sizes are left out.
 */

/** vCPUs of a size; memory follows from the family's GiB per vCPU. */
export type SizeRow = readonly [size: string, vcpus: number];

const SMALL: readonly SizeRow[] = [['medium', 1]];
const COMMON: readonly SizeRow[] = [['large', 2], ['xlarge', 4], ['2xlarge', 8], ['4xlarge', 16]];
const GRAVITON_3: readonly SizeRow[] = [...SMALL, ...COMMON, ['8xlarge', 32], ['12xlarge', 48], ['16xlarge', 64]];
const GRAVITON_4: readonly SizeRow[] = [...GRAVITON_3, ['24xlarge', 96], ['48xlarge', 192]];
const INTEL_5: readonly SizeRow[] = [...COMMON, ['8xlarge', 32], ['12xlarge', 48], ['16xlarge', 64], ['24xlarge', 96]];
const INTEL_6: readonly SizeRow[] = [...INTEL_5, ['32xlarge', 128]];
const INTEL_7: readonly SizeRow[] = [...INTEL_5, ['48xlarge', 192]];

/**
 * Sustained network bandwidth by size, in Gbit/s; what bursts above it is not counted on. AWS states 1.876 for the seventh generation's
 * xlarge and 1.875 for the eighth's.
 */
type Baselines = Readonly<Record<string, number>>;

const BASELINE_5: Baselines = { large: 0.75, xlarge: 1.25, '2xlarge': 2.5, '4xlarge': 5, '8xlarge': 10, '12xlarge': 12, '16xlarge': 20, '24xlarge': 25 };
const BASELINE_6I: Baselines = { large: 0.781, xlarge: 1.562, '2xlarge': 3.125, '4xlarge': 6.25, '8xlarge': 12.5, '12xlarge': 18.75, '16xlarge': 25, '24xlarge': 37.5, '32xlarge': 50 };
const BASELINE_6G: Baselines = { medium: 0.5, large: 0.75, xlarge: 1.25, '2xlarge': 2.5, '4xlarge': 5, '8xlarge': 12, '12xlarge': 20, '16xlarge': 25 };
const BASELINE_7G: Baselines = { medium: 0.52, large: 0.937, xlarge: 1.876, '2xlarge': 3.75, '4xlarge': 7.5, '8xlarge': 15, '12xlarge': 22.5, '16xlarge': 30 };
const BASELINE_7I: Baselines = { large: 0.781, xlarge: 1.562, '2xlarge': 3.125, '4xlarge': 6.25, '8xlarge': 12.5, '12xlarge': 18.75, '16xlarge': 25, '24xlarge': 37.5, '48xlarge': 50 };
const BASELINE_8G: Baselines = { medium: 0.52, large: 0.937, xlarge: 1.875, '2xlarge': 3.75, '4xlarge': 7.5, '8xlarge': 15, '12xlarge': 22.5, '16xlarge': 30, '24xlarge': 40, '48xlarge': 50 };

/** A family whose sizes all have the same memory per vCPU. */
export interface FamilyRow {
  readonly family: string;
  readonly gibPerVcpu: number;
  readonly sizes: readonly SizeRow[];
  readonly baselines: Baselines;
  /** AWS's page of the class: general purpose, memory or compute optimized. */
  readonly page: 'generalPurpose' | 'memoryOptimized' | 'computeOptimized';
}

export const FAMILY_ROWS: readonly FamilyRow[] = [
  { family: 'm5', gibPerVcpu: 4, sizes: INTEL_5, baselines: BASELINE_5, page: 'generalPurpose' },
  { family: 'm6i', gibPerVcpu: 4, sizes: INTEL_6, baselines: BASELINE_6I, page: 'generalPurpose' },
  { family: 'm6g', gibPerVcpu: 4, sizes: GRAVITON_3, baselines: BASELINE_6G, page: 'generalPurpose' },
  { family: 'm7i', gibPerVcpu: 4, sizes: INTEL_7, baselines: BASELINE_7I, page: 'generalPurpose' },
  { family: 'm7g', gibPerVcpu: 4, sizes: GRAVITON_3, baselines: BASELINE_7G, page: 'generalPurpose' },
  { family: 'm8g', gibPerVcpu: 4, sizes: GRAVITON_4, baselines: BASELINE_8G, page: 'generalPurpose' },
  { family: 'r5', gibPerVcpu: 8, sizes: INTEL_5, baselines: BASELINE_5, page: 'memoryOptimized' },
  { family: 'r6i', gibPerVcpu: 8, sizes: INTEL_6, baselines: BASELINE_6I, page: 'memoryOptimized' },
  { family: 'r6g', gibPerVcpu: 8, sizes: GRAVITON_3, baselines: BASELINE_6G, page: 'memoryOptimized' },
  { family: 'r7i', gibPerVcpu: 8, sizes: INTEL_7, baselines: BASELINE_7I, page: 'memoryOptimized' },
  { family: 'r7g', gibPerVcpu: 8, sizes: GRAVITON_3, baselines: BASELINE_7G, page: 'memoryOptimized' },
  { family: 'r8g', gibPerVcpu: 8, sizes: GRAVITON_4, baselines: BASELINE_8G, page: 'memoryOptimized' },
  { family: 'x2gd', gibPerVcpu: 16, sizes: GRAVITON_3, baselines: BASELINE_6G, page: 'memoryOptimized' },
  { family: 'c6i', gibPerVcpu: 2, sizes: INTEL_6, baselines: BASELINE_6I, page: 'computeOptimized' },
  { family: 'c6g', gibPerVcpu: 2, sizes: GRAVITON_3, baselines: BASELINE_6G, page: 'computeOptimized' },
  { family: 'c7g', gibPerVcpu: 2, sizes: GRAVITON_3, baselines: BASELINE_7G, page: 'computeOptimized' },
  { family: 'c8g', gibPerVcpu: 2, sizes: GRAVITON_4, baselines: BASELINE_8G, page: 'computeOptimized' },
];

/** Burstable sizes: vCPUs, memory in GiB, baseline in Gbit/s. Their CPU bursts, too, until its credits are used up. */
export const BURSTABLE_ROWS: Readonly<Record<string, readonly (readonly [size: string, vcpus: number, memoryGiB: number, baselineGbps: number])[]>> = {
  t3: [
    ['nano', 2, 0.5, 0.032], ['micro', 2, 1, 0.064], ['small', 2, 2, 0.128], ['medium', 2, 4, 0.256],
    ['large', 2, 8, 0.512], ['xlarge', 4, 16, 1.024], ['2xlarge', 8, 32, 2.048],
  ],
  t4g: [
    ['nano', 2, 0.5, 0.032], ['micro', 2, 1, 0.064], ['small', 2, 2, 0.128], ['medium', 2, 4, 0.256],
    ['large', 2, 8, 0.512], ['xlarge', 4, 16, 1.024], ['2xlarge', 8, 32, 2.048],
  ],
};
