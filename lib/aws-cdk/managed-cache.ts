import { Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { CONNECT, connectResourceArn, NODE_METRICS } from '../core/catalog';
import { userId } from '../core/plan/ids';
import type { AccessUser, Statistic } from '../core/plan/nodes';
import { managedCacheOf, nodesOfKind } from '../core/plan/plan';
import { BlueprintConstruct } from './blueprint-construct';
import type { ICache } from './cache';
import { metricOfMember, metricOfMembers } from './member-metrics';
import type { CacheMetricOptions } from './member-metrics';
import type { RenderedCache } from './rendered';
import { underlyingOf } from './underlying';
import type { UnderlyingResources } from './underlying';

/** Names of the metrics that nodes of ElastiCache publish. */
const PUBLISHED = NODE_METRICS.map(({ name }) => name);

/** A cache of ElastiCache made from a blueprint. */
export abstract class ManagedCache extends BlueprintConstruct implements ICache {
  private connected?: ec2.Connections;

  /** The CloudFormation resources, for what props do not offer; `addPropertyOverride` on them is the last resort. */
  get underlying(): UnderlyingResources {
    return underlyingOf(this.made);
  }

  /** Who may connect: `cache.connections.allowDefaultPortFrom(service)`. */
  get connections(): ec2.Connections {
    const { securityGroup } = this.made.rendered('firewall', managedCacheOf(this.plan).firewall);
    this.connected ??= new ec2.Connections({ securityGroups: [securityGroup], defaultPort: ec2.Port.tcp(this.port) });
    return this.connected;
  }

  get cacheId(): string {
    return this.cache.id;
  }

  get cacheArn(): string {
    return this.cache.arn;
  }

  get port(): number {
    return this.cache.port;
  }

  grantConnect(grantee: iam.IGrantable, userName: string): iam.Grant {
    const user = this.userNamed(userName);
    if (user.authentication.method !== 'iam') {
      throw this.usageError('notAnIamUser', userName, `user "${userName}" must authenticate with IAM for \`grantConnect\`, got ${user.authentication.method}`, 'set `authentication: iam` on the user, or grant its secret with `grantReadSecret`');
    }
    return grantConnect(grantee, this.cacheArn, this.made.rendered('accessUser', user.id).arn);
  }

  /** The secret with `username` and `password` of a user that authenticates with a password. */
  secretOf(userName: string): secretsmanager.ISecret {
    const user = this.userNamed(userName);
    const { secret } = this.made.rendered('accessUser', user.id);
    if (secret === undefined) {
      throw this.usageError('notAPasswordUser', userName, `user "${userName}" must authenticate with a password to have a secret, got ${user.authentication.method}`, 'leave `authentication` out, or let the identity in with `grantConnect`');
    }
    return secret;
  }

  /** Lets an identity read a user's name and password, and decrypt them. */
  grantReadSecret(grantee: iam.IGrantable, userName: string): iam.Grant {
    return this.secretOf(userName).grantRead(grantee);
  }

  /** A metric of the whole cache: that of every member, joined by the statistic. */
  metric(metricName: string, options: CacheMetricOptions = {}): cloudwatch.MathExpression {
    this.requireMetric(metricName, PUBLISHED);
    return this.metricOfAll(metricName, 'Maximum', options);
  }

  metricOfMember(clusterId: string, metricName: string, options: CacheMetricOptions = {}): cloudwatch.Metric {
    this.requireMetric(metricName, PUBLISHED);
    return metricOfMember(clusterId, metricName, 'Maximum', options);
  }

  /** CPU of the engine thread, percent of one core, of the busiest member. */
  metricEngineCpuUtilization(options: CacheMetricOptions = {}): cloudwatch.MathExpression {
    return this.metricOfAll('EngineCPUUtilization', 'Maximum', options);
  }

  /** CPU of the host, percent, of the busiest member. */
  metricCpuUtilization(options: CacheMetricOptions = {}): cloudwatch.MathExpression {
    return this.metricOfAll('CPUUtilization', 'Maximum', options);
  }

  /** Memory used, percent of maxmemory, of the fullest member. */
  metricDatabaseMemoryUsagePercentage(options: CacheMetricOptions = {}): cloudwatch.MathExpression {
    return this.metricOfAll('DatabaseMemoryUsagePercentage', 'Maximum', options);
  }

  /** Client connections, summed over members. */
  metricCurrConnections(options: CacheMetricOptions = {}): cloudwatch.MathExpression {
    return this.metricOfAll('CurrConnections', 'Sum', options);
  }

  /** Keys evicted for want of memory, summed over members. */
  metricEvictions(options: CacheMetricOptions = {}): cloudwatch.MathExpression {
    return this.metricOfAll('Evictions', 'Sum', options);
  }

  /** Seconds by which the slowest replica is behind its primary. */
  metricReplicationLag(options: CacheMetricOptions = {}): cloudwatch.MathExpression {
    return this.metricOfAll('ReplicationLag', 'Maximum', options);
  }

  /** An endpoint that the topology has. */
  protected endpoint(name: 'primaryEndpoint' | 'readerEndpoint' | 'configurationEndpoint'): string {
    const host = this.cache[name];
    if (host === undefined) throw new Error(`plan ${this.plan.id} of kind ${this.plan.kind} has no ${name}`);
    return host;
  }

  private get cache(): RenderedCache {
    return this.made.rendered('managedCache', managedCacheOf(this.plan).id);
  }

  private metricOfAll(metricName: string, statistic: Statistic, options: CacheMetricOptions): cloudwatch.MathExpression {
    return metricOfMembers(managedCacheOf(this.plan).members.map((member) => member.clusterId), metricName, statistic, options);
  }

  private userNamed(userName: string): AccessUser {
    const users = nodesOfKind(this.plan, 'accessUser');
    const user = users.find((candidate) => candidate.id === userId(userName));
    if (user === undefined) {
      throw this.usageError('unknownUser', userName, `user "${userName}" must be one of the blueprint's users, got ${users.map((each) => each.id.replace(userId(''), '')).join(', ') || 'none'}`, 'name a user of `access.users`');
    }
    return user;
  }
}

/** Adds the permission to connect as one user to one cache. */
export function grantConnect(grantee: iam.IGrantable, cacheArn: string, userArn: string): iam.Grant {
  return iam.Grant.addToPrincipal({ grantee, actions: [...CONNECT.elasticache.actions], resourceArns: [cacheArn, userArn] });
}

/** ARN of a resource of ElastiCache in the stack's own account and region. */
export function arnInStack(kind: 'replicationGroup' | 'user', scope: Construct, name: string): string {
  const { partition, region, account } = Stack.of(scope);
  return connectResourceArn(kind, { partition, region, account, name });
}
