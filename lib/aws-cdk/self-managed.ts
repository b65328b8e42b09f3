import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { SELF_MANAGED_DIMENSIONS, SELF_MANAGED_METRICS, SELF_MANAGED_NAMESPACE } from '../core/monitoring/self-managed-metrics';
import { SELF_MANAGED_IDS } from '../core/plan/ids';
import { nodesOfKind } from '../core/plan/plan';
import { BlueprintConstruct } from './blueprint-construct';
import { OVER_MEMBERS } from './member-metrics';
import type { CacheMetricOptions } from './member-metrics';
import { selfManagedUnderlyingOf } from './self-managed-underlying';
import type { SelfManagedUnderlyingResources } from './self-managed-underlying';

/** Names of the metrics that nodes publish. */
const PUBLISHED: readonly string[] = Object.values(SELF_MANAGED_METRICS).map(({ name }) => name);

/** Redis or Valkey on EC2, made from a blueprint. */
export abstract class SelfManagedDeployment extends BlueprintConstruct implements ec2.IConnectable {
  private connected?: ec2.Connections;

  /** The CloudFormation resources, for what props do not offer; `addPropertyOverride` on them is the last resort. */
  get underlying(): SelfManagedUnderlyingResources {
    return selfManagedUnderlyingOf(this.made);
  }

  /** Who may connect on the engine's port; clients of Sentinels use `allowClientsFrom`. */
  get connections(): ec2.Connections {
    const { securityGroup } = this.made.rendered('nodeFirewall', SELF_MANAGED_IDS.firewall);
    this.connected ??= new ec2.Connections({ securityGroups: [securityGroup], defaultPort: ec2.Port.tcp(this.port) });
    return this.connected;
  }

  /** Port of the engine on every data node; plaintext is never offered. */
  get port(): number {
    return this.clientPorts[0] ?? this.impossible('client port');
  }

  /** Lets clients in on every port that they use: the engine's, and the Sentinels' where there are some. */
  allowClientsFrom(clients: ec2.IConnectable): void {
    for (const port of this.clientPorts) this.connections.allowFrom(clients, ec2.Port.tcp(port));
  }

  /** The secret with `username` and `password` of a user, those of the deployment itself included. */
  secretOf(userName: string): secretsmanager.ISecret {
    const secrets = nodesOfKind(this.plan, 'generatedSecret');
    const found = secrets.find(({ user }) => user === userName);
    if (found === undefined) {
      throw this.usageError('unknownUser', userName, `user "${userName}" must be one of the deployment's users, got ${secrets.map(({ user }) => user).join(', ')}`, 'name a user of `users`');
    }
    return this.made.rendered('generatedSecret', found.id).secret;
  }

  /** Lets an identity read a user's name and password, and decrypt them. */
  grantReadSecret(grantee: iam.IGrantable, userName: string): iam.Grant {
    return this.secretOf(userName).grantRead(grantee);
  }

  /** Secret with `ca.crt`, which clients verify nodes with, and `ca.key`, which they must not see: hand on the first alone. */
  get authoritySecretArn(): string {
    return this.made.rendered('certificateAuthority', SELF_MANAGED_IDS.authority).secretArn;
  }

  /** Name of the bucket for backups. */
  get backupBucketName(): string {
    return this.made.rendered('backupBucket', SELF_MANAGED_IDS.backups).name;
  }

  /** A metric of all nodes that publish it, such as `MemoryUsedPercent`, joined by the statistic. */
  metric(metricName: string, options: CacheMetricOptions = {}): cloudwatch.MathExpression {
    const nodes = nodesOfKind(this.plan, 'redisNode').map(({ name }) => name);
    const usingMetrics = Object.fromEntries(nodes.map((name, index) => [`m${index}`, this.metricOfNode(name, metricName, { ...options, label: name })]));
    return new cloudwatch.MathExpression({
      expression: `${OVER_MEMBERS[options.statistic ?? 'Maximum']}([${Object.keys(usingMetrics).join(',')}])`,
      usingMetrics,
      label: options.label ?? metricName,
      period: options.period ?? Duration.minutes(1),
    });
  }

  /** A metric of one node, such as `data-1`. */
  metricOfNode(nodeName: string, metricName: string, options: CacheMetricOptions = {}): cloudwatch.Metric {
    this.requireMetric(metricName, PUBLISHED);
    const [deployment, node] = SELF_MANAGED_DIMENSIONS;
    return new cloudwatch.Metric({
      namespace: SELF_MANAGED_NAMESPACE,
      metricName,
      dimensionsMap: { [deployment]: this.plan.id, [node]: nodeName },
      statistic: options.statistic ?? 'Maximum',
      period: options.period ?? Duration.minutes(1),
      label: options.label,
    });
  }

  /** Text that the plan tells, known before deployment. */
  protected told(outputId: string): string {
    const output = nodesOfKind(this.plan, 'output').find(({ id }) => id === outputId);
    return output !== undefined && 'text' in output.value ? output.value.text : this.impossible(outputId);
  }

  private get clientPorts(): readonly number[] {
    return nodesOfKind(this.plan, 'nodeFirewall').flatMap(({ clientPorts }) => clientPorts);
  }

  private impossible(what: string): never {
    throw new Error(`plan ${this.plan.id} of kind ${this.plan.kind} has no ${what}`);
  }
}
