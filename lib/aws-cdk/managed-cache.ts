import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Blueprint } from '../core/blueprint';
import { CONNECT, connectResourceArn, LIMITS } from '../core/catalog';
import { BlueprintError } from '../core/finding';
import type { Finding } from '../core/finding';
import { planBlueprint } from '../core/plan/build';
import { userId } from '../core/plan/ids';
import type { AccessUser, Statistic } from '../core/plan/nodes';
import { managedCacheOf, nodesOfKind } from '../core/plan/plan';
import type { Plan } from '../core/plan/plan';
import { validate } from '../core/validate';
import type { ICache } from './cache';
import { CacheUsageError, constructFinding } from './construct-error';
import { reportFindings } from './findings';
import { metricOfMember, metricOfMembers } from './member-metrics';
import type { CacheMetricOptions } from './member-metrics';
import { renderPlan } from './render';
import type { RenderedPlan } from './render';
import type { RenderedCache } from './rendered';
import { underlyingOf } from './underlying';
import type { UnderlyingResources } from './underlying';

/**
 * A cache made from a blueprint.
 *
 * Errors in the blueprint are reported at the construct, all at once, and nothing is made; so an app with several caches
 * reports the errors of all of them in one synthesis. Whoever asks such a construct for an endpoint gets them as an exception.
 */
export abstract class ManagedCache extends Construct implements ICache {
  private readonly outcome: { readonly made: RenderedPlan; readonly connections: ec2.Connections } | { readonly failed: BlueprintError };

  protected constructor(scope: Construct, id: string, blueprint: Blueprint, propsFindings: readonly Finding[]) {
    super(scope, id);
    const planned = planOrErrors(blueprint, propsFindings);
    if ('failed' in planned) {
      reportFindings(this, planned.findings);
      this.outcome = { failed: planned.failed };
      return;
    }
    reportFindings(this, planned.plan.findings);
    const made = renderPlan(this, planned.plan);
    const cache = managedCacheOf(planned.plan);
    const { securityGroup } = made.rendered('firewall', cache.firewall);
    this.outcome = { made, connections: new ec2.Connections({ securityGroups: [securityGroup], defaultPort: ec2.Port.tcp(cache.port) }) };
  }

  /** The plan that the resources were made from, as data. */
  get plan(): Plan {
    return this.made.plan;
  }

  /** The CloudFormation resources, for what props do not offer; `addPropertyOverride` on them is the last resort. */
  get underlying(): UnderlyingResources {
    return underlyingOf(this.made);
  }

  /** Who may connect: `cache.connections.allowDefaultPortFrom(service)`. */
  get connections(): ec2.Connections {
    if ('failed' in this.outcome) throw this.outcome.failed;
    return this.outcome.connections;
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
    return this.metricOfAll(metricName, 'Maximum', options);
  }

  metricOfMember(clusterId: string, metricName: string, options: CacheMetricOptions = {}): cloudwatch.Metric {
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

  /**
   * Adds an action to every alarm that tells somebody, beside the topic that it tells already.
   */
  addAlarmActions(...actions: cloudwatch.IAlarmAction[]): void {
    const { plan, rendered } = this.made;
    for (const node of [...nodesOfKind(plan, 'alarm'), ...nodesOfKind(plan, 'compositeAlarm')]) {
      if (node.notify === undefined) continue;
      const { resource, arn } = node.kind === 'alarm' ? rendered('alarm', node.id) : rendered('compositeAlarm', node.id);
      const scope = new Construct(this, `actions-${node.id}-${resource.alarmActions?.length ?? 0}`);
      const alarm = cloudwatch.Alarm.fromAlarmArn(scope, 'Alarm', arn);
      resource.alarmActions = [...(resource.alarmActions ?? []), ...actions.map((action) => action.bind(scope, alarm).alarmActionArn)];
    }
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

  private get made(): RenderedPlan {
    if ('failed' in this.outcome) throw this.outcome.failed;
    return this.outcome.made;
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

  private usageError(code: Parameters<typeof constructFinding>[0], path: string, message: string, remedy: string): CacheUsageError {
    return new CacheUsageError(this.node.path, constructFinding(code, path, message, remedy));
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

type Planned = { readonly plan: Plan } | { readonly failed: BlueprintError; readonly findings: readonly Finding[] };

/** Plans, unless props or blueprint have errors; then gives every finding of both. */
function planOrErrors(blueprint: Blueprint, propsFindings: readonly Finding[]): Planned {
  const limits: Finding[] = [];
  if (propsFindings.length === 0) {
    try {
      const plan = planBlueprint(blueprint);
      limits.push(...dynamicReferenceFindings(plan));
      if (limits.length === 0) return { plan };
    } catch (error) {
      if (!(error instanceof BlueprintError)) throw error;
    }
  }
  const findings = [...propsFindings, ...limits, ...validate(blueprint)];
  return { findings, failed: new BlueprintError(blueprint.name, findings.filter((finding) => finding.severity === 'error')) };
}

/**
 * Every password is a dynamic reference, of which a template holds a limited number.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
function dynamicReferenceFindings(plan: Plan): Finding[] {
  const most = LIMITS.cloudFormation.dynamicReferencesPerStack.value;
  const count = nodesOfKind(plan, 'accessUser').filter(({ authentication }) => authentication.method === 'password').length;
  if (count <= most) return [];
  return [
    constructFinding('dynamicReferences', 'access', `\`access.users\` must hold at most ${most} users with passwords on CloudFormation, whose templates take no more references to secrets, got ${count}`, 'let users authenticate with IAM, which needs no password'),
  ];
}
