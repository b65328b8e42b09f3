import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { CacheMetricOptions } from './member-metrics';

/** A cache of node-based ElastiCache, made here or elsewhere. */
export interface ICache extends IConstruct, ec2.IConnectable {
  /** Id of the replication group. */
  readonly cacheId: string;
  readonly cacheArn: string;
  readonly port: number;

  /**
   * Lets an identity open connections as a user that authenticates with IAM; reaching the port is another matter (`connections`).
   * @param userName the user's name in the blueprint; for an imported cache the user's id
   * @throws CacheUsageError when there is no such user, or it does not authenticate with IAM
   * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
   */
  grantConnect(grantee: iam.IGrantable, userName: string): iam.Grant;

  /** A metric of one member, such as `sessions-001`. */
  metricOfMember(clusterId: string, metricName: string, options?: CacheMetricOptions): cloudwatch.Metric;
}

/** A cache with one shard. */
export interface IReplicatedCache extends ICache {
  /** Host name for writes; follows the primary through failovers. */
  readonly primaryEndpoint: string;
  /** Host name for reads that may lag behind the primary. */
  readonly readerEndpoint: string;
}

/** A cache with cluster mode enabled. */
export interface IShardedCache extends ICache {
  /** Host name for cluster clients, which learn the shards from it. */
  readonly configurationEndpoint: string;
}
