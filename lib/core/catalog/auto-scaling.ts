const POLICIES = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoScaling-Policies.html';
const REPLICA_TARGETS = 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoScaling-Scaling-Policies-Replicas-Replicas.html';

/** What ElastiCache accepts as a target tracking policy. */
export const AUTO_SCALING = {
  /** Percent. */
  targetMin: { value: 35, source: REPLICA_TARGETS },
  /** Percent. */
  targetMax: { value: 70, source: REPLICA_TARGETS },
  /** Fewest shards, or replicas of each shard, that scaling may keep. */
  capacityMin: { value: 1, source: POLICIES },
} as const;
