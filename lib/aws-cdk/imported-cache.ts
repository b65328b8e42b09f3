import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ICache, IReplicatedCache, IShardedCache } from './cache';
import { arnInStack, grantConnect } from './managed-cache';
import { metricOfMember } from './member-metrics';
import type { CacheMetricOptions } from './member-metrics';

/** What any imported cache is described by. */
export interface CacheAttributes {
  /** Id of the replication group. */
  readonly cacheId: string;
  readonly port: number;
  /** Security groups of the nodes. */
  readonly securityGroups: readonly ec2.ISecurityGroup[];
}

/** Describes a replicated cache that is managed elsewhere. */
export interface ReplicatedCacheAttributes extends CacheAttributes {
  readonly primaryEndpoint: string;
  readonly readerEndpoint: string;
}

/** Describes a sharded cache that is managed elsewhere. */
export interface ShardedCacheAttributes extends CacheAttributes {
  readonly configurationEndpoint: string;
}

abstract class ImportedCache extends Construct implements ICache {
  readonly cacheId: string;
  readonly cacheArn: string;
  readonly port: number;
  readonly connections: ec2.Connections;

  constructor(scope: Construct, id: string, { cacheId, port, securityGroups }: CacheAttributes) {
    super(scope, id);
    this.cacheId = cacheId;
    this.cacheArn = arnInStack('replicationGroup', this, cacheId);
    this.port = port;
    this.connections = new ec2.Connections({ securityGroups: [...securityGroups], defaultPort: ec2.Port.tcp(port) });
  }

  grantConnect(grantee: iam.IGrantable, userName: string): iam.Grant {
    return grantConnect(grantee, this.cacheArn, arnInStack('user', this, userName));
  }

  metricOfMember(clusterId: string, metricName: string, options: CacheMetricOptions = {}): cloudwatch.Metric {
    return metricOfMember(clusterId, metricName, 'Maximum', options);
  }
}

export class ImportedReplicatedCache extends ImportedCache implements IReplicatedCache {
  readonly primaryEndpoint: string;
  readonly readerEndpoint: string;

  constructor(scope: Construct, id: string, attributes: ReplicatedCacheAttributes) {
    super(scope, id, attributes);
    this.primaryEndpoint = attributes.primaryEndpoint;
    this.readerEndpoint = attributes.readerEndpoint;
  }
}

export class ImportedShardedCache extends ImportedCache implements IShardedCache {
  readonly configurationEndpoint: string;

  constructor(scope: Construct, id: string, attributes: ShardedCacheAttributes) {
    super(scope, id, attributes);
    this.configurationEndpoint = attributes.configurationEndpoint;
  }
}
