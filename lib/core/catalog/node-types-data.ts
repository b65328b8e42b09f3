/**
 * One size of a node family: size, vCPU, memory GiB, maxmemory bytes, baseline Gbps, burst Gbps
 * (null: no burst), capabilities (e enhanced I/O, t TLS offload, m I/O multiplexing, a auto scaling).
 */
export type NodeSizeRow = readonly [string, number, number, number, number, number | null, string];

/** What all sizes of a node family share, and the sizes. */
export interface NodeFamilyRow {
  readonly class: 'general' | 'memory' | 'memory-data-tiering' | 'network' | 'burstable';
  readonly architecture: 'arm64' | 'x86_64';
  readonly previousGeneration?: true;
  readonly minValkey?: string;
  readonly minRedis?: string;
  readonly globalDatastore?: true;
  readonly durability?: true;
  /** Local SSD in GiB by size. */
  readonly ssdGiB?: Readonly<Record<string, number>>;
  /** Connections by size, where it is below the general 65,000. */
  readonly maxclients?: Readonly<Record<string, number>>;
  /** Sizes able to join a MemoryDB multi-Region cluster. */
  readonly multiRegion?: readonly string[];
  readonly sizes: readonly NodeSizeRow[];
}

/** Node families of node-based ElastiCache; a size `s` of family `f` is the node type `cache.f.s`. */
export const ELASTICACHE_NODE_FAMILIES: Readonly<Record<string, NodeFamilyRow>> = {
  m8g: {
    class: 'general',
    architecture: 'arm64',
    minValkey: '7.2',
    globalDatastore: true,
    durability: true,
    sizes: [
      ['large', 2, 6.79, 7294178820, 0.937, 12.5, 'ema'],
      ['xlarge', 4, 14.18, 15222495510, 1.875, 12.5, 'etma'],
      ['2xlarge', 8, 29.68, 31866224640, 3.75, 15, 'etma'],
      ['4xlarge', 16, 61.33, 65856864256, 7.5, 15, 'etm'],
      ['8xlarge', 32, 124.65, 133838143488, 15, null, 'etm'],
      ['12xlarge', 48, 187.96, 201819422720, 22.5, null, 'etm'],
      ['16xlarge', 64, 251.27, 269800701952, 30, null, 'etm'],
    ],
  },
  r8g: {
    class: 'memory',
    architecture: 'arm64',
    minValkey: '7.2',
    globalDatastore: true,
    durability: true,
    sizes: [
      ['large', 2, 14.18, 15222495510, 0.937, 12.5, 'ema'],
      ['xlarge', 4, 29.68, 31866224640, 1.875, 12.5, 'etma'],
      ['2xlarge', 8, 61.33, 65856864256, 3.75, 15, 'etma'],
      ['4xlarge', 16, 124.65, 133838143488, 7.5, 15, 'etm'],
      ['8xlarge', 32, 251.27, 269800701952, 15, null, 'etm'],
      ['12xlarge', 48, 377.9, 405763260416, 22.5, null, 'etm'],
      ['16xlarge', 64, 504.52, 541725818880, 30, null, 'etm'],
    ],
  },
  c8gn: {
    class: 'network',
    architecture: 'arm64',
    minValkey: '7.2',
    globalDatastore: true,
    durability: true,
    sizes: [
      ['large', 2, 3.1, 3330020474, 6.25, 30, 'a'],
      ['xlarge', 4, 6.79, 7294178820, 12.5, 40, 'etma'],
      ['2xlarge', 8, 14.18, 15222495510, 25, 50, 'etma'],
      ['4xlarge', 16, 29.68, 31866224640, 50, null, 'etm'],
      ['8xlarge', 32, 61.33, 65856864256, 100, null, 'etm'],
      ['12xlarge', 48, 92.99, 99847503872, 150, null, 'etm'],
      ['16xlarge', 64, 124.65, 133838143488, 200, null, 'etm'],
    ],
  },
  m7g: {
    class: 'general',
    architecture: 'arm64',
    minValkey: '7.2',
    minRedis: '6.2',
    globalDatastore: true,
    durability: true,
    sizes: [
      ['large', 2, 6.38, 6854542746, 0.937, 12.5, 'ema'],
      ['xlarge', 4, 12.93, 13891921715, 1.876, 12.5, 'etma'],
      ['2xlarge', 8, 26.04, 27966669210, 3.75, 15, 'etma'],
      ['4xlarge', 16, 52.26, 56116178125, 7.5, 15, 'etm'],
      ['8xlarge', 32, 103.68, 111325552312, 15, null, 'etm'],
      ['12xlarge', 48, 157.12, 168715971994, 22.5, null, 'etm'],
      ['16xlarge', 64, 209.55, 225000375228, 30, null, 'etm'],
    ],
  },
  r7g: {
    class: 'memory',
    architecture: 'arm64',
    minValkey: '7.2',
    minRedis: '6.2',
    globalDatastore: true,
    durability: true,
    sizes: [
      ['large', 2, 13.07, 14037181030, 0.937, 12.5, 'ema'],
      ['xlarge', 4, 26.32, 28261849702, 1.876, 12.5, 'etma'],
      ['2xlarge', 8, 52.82, 56711183565, 3.75, 15, 'etma'],
      ['4xlarge', 16, 105.81, 113609865216, 7.5, 15, 'etm'],
      ['8xlarge', 32, 209.55, 225000375228, 15, null, 'etm'],
      ['12xlarge', 48, 317.77, 341206346547, 22.5, null, 'etm'],
      ['16xlarge', 64, 419.09, 450000750456, 30, null, 'etm'],
    ],
  },
  c7gn: {
    class: 'network',
    architecture: 'arm64',
    minValkey: '7.2',
    minRedis: '6.2',
    globalDatastore: true,
    durability: true,
    sizes: [
      ['large', 2, 3.09, 3317862236, 6.25, 30, 'a'],
      ['xlarge', 4, 6.38, 6854542746, 12.5, 40, 'etma'],
      ['2xlarge', 8, 12.94, 13891921715, 25, 50, 'etma'],
      ['4xlarge', 16, 26.05, 27966669210, 50, null, 'etm'],
      ['8xlarge', 32, 52.26, 56116178125, 100, null, 'etm'],
      ['12xlarge', 48, 78.56, 84357985997, 150, null, 'etm'],
      ['16xlarge', 64, 105.81, 113609865216, 200, null, 'etm'],
    ],
  },
  m6g: {
    class: 'general',
    architecture: 'arm64',
    minValkey: '7.2',
    minRedis: '5.0.6',
    globalDatastore: true,
    durability: true,
    sizes: [
      ['large', 2, 6.38, 6854542746, 0.75, 10, 'a'],
      ['xlarge', 4, 12.93, 13891921715, 1.25, 10, 'etma'],
      ['2xlarge', 8, 26.04, 27966669210, 2.5, 10, 'etma'],
      ['4xlarge', 16, 52.26, 56116178125, 5, 10, 'etm'],
      ['8xlarge', 32, 103.68, 111325552312, 12, null, 'etm'],
      ['12xlarge', 48, 157.12, 168715971994, 20, null, 'etm'],
      ['16xlarge', 64, 209.55, 225000375228, 25, null, 'etm'],
    ],
  },
  r6g: {
    class: 'memory',
    architecture: 'arm64',
    minValkey: '7.2',
    minRedis: '5.0.6',
    globalDatastore: true,
    durability: true,
    sizes: [
      ['large', 2, 13.07, 14037181030, 0.75, 10, 'a'],
      ['xlarge', 4, 26.32, 28261849702, 1.25, 10, 'etma'],
      ['2xlarge', 8, 52.82, 56711183565, 2.5, 10, 'etma'],
      ['4xlarge', 16, 105.81, 113609865216, 5, 10, 'etm'],
      ['8xlarge', 32, 209.55, 225000375228, 12, null, 'etm'],
      ['12xlarge', 48, 317.77, 341206346547, 20, null, 'etm'],
      ['16xlarge', 64, 419.09, 450000750456, 25, null, 'etm'],
    ],
  },
  r6gd: {
    class: 'memory-data-tiering',
    architecture: 'arm64',
    minValkey: '7.2',
    minRedis: '6.2',
    globalDatastore: true,
    ssdGiB: { 'xlarge': 99.33, '2xlarge': 199.07, '4xlarge': 398.14, '8xlarge': 796.28, '12xlarge': 1194.42, '16xlarge': 1592.56 },
    sizes: [
      ['xlarge', 4, 26.32, 28261849702, 1.25, 10, 'ea'],
      ['2xlarge', 8, 52.82, 56711183565, 2.5, 10, 'etma'],
      ['4xlarge', 16, 105.81, 113609865216, 5, 10, 'etm'],
      ['8xlarge', 32, 209.55, 225000375228, 12, null, 'etm'],
      ['12xlarge', 48, 317.77, 341206346547, 20, null, 'etm'],
      ['16xlarge', 64, 419.09, 450000750456, 25, null, 'etm'],
    ],
  },
  m5: {
    class: 'general',
    architecture: 'x86_64',
    minValkey: '7.2',
    minRedis: '4.0.10',
    globalDatastore: true,
    sizes: [
      ['large', 2, 6.38, 6854542746, 0.75, 10, 'a'],
      ['xlarge', 4, 12.93, 13891921715, 1.25, 10, 'ea'],
      ['2xlarge', 8, 26.04, 27966669210, 2.5, 10, 'etma'],
      ['4xlarge', 16, 52.26, 56116178125, 5, 10, 'etm'],
      ['12xlarge', 48, 157.12, 168715971994, 12, null, 'etm'],
      ['24xlarge', 96, 314.32, 337500562842, 25, null, 'etm'],
    ],
  },
  r5: {
    class: 'memory',
    architecture: 'x86_64',
    minValkey: '7.2',
    minRedis: '4.0.10',
    globalDatastore: true,
    sizes: [
      ['large', 2, 13.07, 14037181030, 0.75, 10, 'a'],
      ['xlarge', 4, 26.32, 28261849702, 1.25, 10, 'ea'],
      ['2xlarge', 8, 52.82, 56711183565, 2.5, 10, 'etma'],
      ['4xlarge', 16, 105.81, 113609865216, 5, 10, 'etm'],
      ['12xlarge', 48, 317.77, 341206346547, 12, null, 'etm'],
      ['24xlarge', 96, 635.61, 682485973811, 25, null, 'etm'],
    ],
  },
  m4: {
    class: 'general',
    architecture: 'x86_64',
    minValkey: '7.2',
    minRedis: '4.0.10',
    sizes: [
      ['large', 2, 6.42, 6892593152, 0.45, 1.2, ''],
      ['xlarge', 4, 14.28, 15328501760, 0.75, 2.8, 'e'],
      ['2xlarge', 8, 29.7, 31889126359, 1, 10, 'etm'],
      ['4xlarge', 16, 60.78, 65257290629, 2, 10, 'etm'],
      ['10xlarge', 40, 154.64, 166047614239, 5, 10, 'etm'],
    ],
  },
  r4: {
    class: 'memory',
    architecture: 'x86_64',
    minValkey: '7.2',
    minRedis: '4.0.10',
    sizes: [
      ['large', 2, 12.3, 13201781556, 0.75, 10, ''],
      ['xlarge', 4, 25.05, 26898228839, 1.25, 10, 'e'],
      ['2xlarge', 8, 50.47, 54197537997, 2.5, 10, 'etm'],
      ['4xlarge', 16, 101.38, 108858546586, 5, 10, 'etm'],
      ['8xlarge', 32, 203.26, 218255432090, 12, null, 'etm'],
      ['16xlarge', 64, 407, 437021573120, 25, null, 'etm'],
    ],
  },
  // AWS's table names 4.0.10 for t4g.micro and 5.0.6 for its sisters; 5.0.6, as for every Graviton2 family, is the safe side.
  t4g: {
    class: 'burstable',
    architecture: 'arm64',
    minValkey: '7.2',
    minRedis: '5.0.6',
    maxclients: { micro: 20000 },
    sizes: [
      ['micro', 2, 0.5, 536870912, 0.064, 5, ''],
      ['small', 2, 1.37, 1471026299, 0.128, 5, ''],
      ['medium', 2, 3.09, 3317862236, 0.256, 5, ''],
    ],
  },
  t3: {
    class: 'burstable',
    architecture: 'x86_64',
    minValkey: '7.2',
    minRedis: '4.0.10',
    maxclients: { micro: 20000, small: 46000, medium: 46000 },
    sizes: [
      ['micro', 2, 0.5, 536870912, 0.064, 5, ''],
      ['small', 2, 1.37, 1471026299, 0.128, 5, ''],
      ['medium', 2, 3.09, 3317862236, 0.256, 5, ''],
    ],
  },
  t2: {
    class: 'burstable',
    architecture: 'x86_64',
    previousGeneration: true,
    minValkey: '7.2',
    minRedis: '4.0.10',
    maxclients: { micro: 20000, small: 20000, medium: 20000 },
    sizes: [
      ['micro', 1, 0.555, 581959680, 0.064, 1.024, ''],
      ['small', 1, 1.55, 1665138688, 0.128, 1.024, ''],
      ['medium', 2, 3.22, 3461349376, 0.256, 1.024, ''],
    ],
  },
};

/** Node families of MemoryDB; maxmemory is taken from the ElastiCache node of the same size, which MemoryDB documents as equal. */
export const MEMORYDB_NODE_FAMILIES: Readonly<Record<string, NodeFamilyRow>> = {
  r7g: {
    class: 'memory',
    architecture: 'arm64',
    minValkey: '7.2',
    minRedis: '6.2',
    multiRegion: ['xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'],
    sizes: [
      ['large', 2, 13.07, 14037181030, 0.937, 12.5, ''],
      ['xlarge', 4, 26.32, 28261849702, 1.876, 12.5, ''],
      ['2xlarge', 8, 52.82, 56711183565, 3.75, 15, 'm'],
      ['4xlarge', 16, 105.81, 113609865216, 7.5, 15, 'm'],
      ['8xlarge', 32, 209.55, 225000375228, 15, null, 'm'],
      ['12xlarge', 48, 317.77, 341206346547, 22.5, null, 'm'],
      ['16xlarge', 64, 419.09, 450000750456, 30, null, 'm'],
    ],
  },
  r6g: {
    class: 'memory',
    architecture: 'arm64',
    minValkey: '7.2',
    minRedis: '6.2',
    sizes: [
      ['large', 2, 13.07, 14037181030, 0.75, 10, ''],
      ['xlarge', 4, 26.32, 28261849702, 1.25, 10, ''],
      ['2xlarge', 8, 52.82, 56711183565, 2.5, 10, 'm'],
      ['4xlarge', 16, 105.81, 113609865216, 5, 10, 'm'],
      ['8xlarge', 32, 209.55, 225000375228, 12, null, 'm'],
      ['12xlarge', 48, 317.77, 341206346547, 20, null, 'm'],
      ['16xlarge', 64, 419.09, 450000750456, 25, null, 'm'],
    ],
  },
  r6gd: {
    class: 'memory-data-tiering',
    architecture: 'arm64',
    minValkey: '7.2',
    minRedis: '6.2',
    sizes: [
      ['xlarge', 4, 26.32, 28261849702, 1.25, 10, ''],
      ['2xlarge', 8, 52.82, 56711183565, 2.5, 10, ''],
      ['4xlarge', 16, 105.81, 113609865216, 5, 10, ''],
      ['8xlarge', 32, 209.55, 225000375228, 12, null, ''],
    ],
  },
  t4g: {
    class: 'burstable',
    architecture: 'arm64',
    minValkey: '7.2',
    minRedis: '6.2',
    sizes: [
      ['small', 2, 1.37, 1471026299, 0.128, 5, ''],
      ['medium', 2, 3.09, 3317862236, 0.256, 5, ''],
    ],
  },
};
