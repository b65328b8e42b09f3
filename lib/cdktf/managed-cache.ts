import { Construct } from 'constructs';
import type { Blueprint } from '../core/blueprint';
import { CONNECT, connectResourceArn } from '../core/catalog';
import { BlueprintError, formatFinding } from '../core/finding';
import type { Finding } from '../core/finding';
import { planBlueprint } from '../core/plan/build';
import { userId } from '../core/plan/ids';
import type { AccessUser } from '../core/plan/nodes';
import { managedCacheOf, nodesOfKind } from '../core/plan/plan';
import type { Plan } from '../core/plan/plan';
import { AwsAccount } from './account';
import { RenderContext } from './context';
import { renderPlan } from './renderers';
import { CacheResources } from './resources';
import { TARGET_VERSIONS } from './secret-delivery';
import { CacheUsageError } from './usage-error';
import { Annotations } from './vendor';

/** Stands for attributes of a cache that was not made, in an app whose synthesis fails with the reasons. */
const NOT_PLANNED = 'not-planned';

/**
 * What the caches of every topology have in common. A blueprint with errors makes no resources and does not throw here:
 * synthesis reports the errors of all constructs of the stack at once, each with the construct's path.
 */
export abstract class ManagedCacheBase extends Construct {
  /** What validation had to say; errors also fail synthesis. */
  readonly findings: readonly Finding[];
  private readonly planned?: Plan;
  private readonly made?: CacheResources;
  private readonly account: AwsAccount;

  protected constructor(scope: Construct, id: string, blueprint: Blueprint) {
    super(scope, id);
    this.account = new AwsAccount(this);
    // The successor toolkit refuses newer features to apps that do not state which Terraform they target.
    if (this.node.tryGetContext('targetVersions') === undefined) this.node.setContext('targetVersions', TARGET_VERSIONS);
    const { plan, findings } = attempt(blueprint);
    this.findings = findings;
    const errors = findings.filter((finding) => finding.severity === 'error');
    this.node.addValidation({ validate: () => errors.map(formatFinding) });
    for (const finding of findings) {
      if (finding.severity === 'warning' && finding.acknowledged === undefined) Annotations.of(this).addWarning(formatFinding(finding));
    }
    if (plan === undefined) return;
    const context = new RenderContext(this, plan, this.account);
    renderPlan(context);
    this.planned = plan;
    this.made = new CacheResources(context);
  }

  /** What was planned, as data; throws when the blueprint has errors. */
  get plan(): Plan {
    if (this.planned === undefined) throw new BlueprintError(this.node.path, this.findings);
    return this.planned;
  }

  /** The underlying resources, typed; throws when the blueprint has errors. */
  get resources(): CacheResources {
    if (this.made === undefined) throw new BlueprintError(this.node.path, this.findings);
    return this.made;
  }

  /** Port of every endpoint. */
  get port(): number {
    return this.planned === undefined ? 0 : managedCacheOf(this.planned).port;
  }

  /** Id of the cache's security group. */
  get securityGroupId(): string {
    return this.made === undefined ? NOT_PLANNED : this.made.securityGroup.id;
  }

  /** ARN of the replication group. */
  get arn(): string {
    return this.made === undefined ? NOT_PLANNED : this.made.replicationGroup.arn;
  }

  /** Lets the members of a security group connect. Saying it twice is the same as saying it once. */
  allowFrom(securityGroupId: string): void {
    this.made?.firewall.allowFrom({ securityGroupId });
  }

  /** ARN of the secret with a user's name and password; throws for a user who has none. */
  secretArn(userName: string): string {
    if (this.made === undefined) return NOT_PLANNED;
    const { secret } = this.made.of('accessUser', this.user(userName).id);
    if (secret === undefined) {
      throw new CacheUsageError(
        this.node.path,
        'notAPasswordUser',
        `user \`${userName}\` has no secret, since it does not use a password`,
        'attach `connectPolicyDocument` to the role of the client instead',
      );
    }
    return secret.arn;
  }

  /**
   * IAM policy, as JSON, that lets its holder connect as a user with IAM authentication.
   * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
   */
  connectPolicyDocument(userName: string): string {
    if (this.planned === undefined) return NOT_PLANNED;
    const user = this.user(userName);
    if (user.authentication.method !== 'iam') {
      throw new CacheUsageError(
        this.node.path,
        'notAnIamUser',
        `user \`${userName}\` must have \`authentication: iam\` to be let in by a policy, got ${user.authentication.method}`,
        'change its authentication, or read its password from `secretArn`',
      );
    }
    const where = { partition: this.account.partition, region: this.account.region, account: this.account.accountId };
    return JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: CONNECT.elasticache.actions,
          Resource: [
            connectResourceArn('replicationGroup', { ...where, name: managedCacheOf(this.planned).cacheId }),
            connectResourceArn('user', { ...where, name: user.userId }),
          ],
        },
      ],
    });
  }

  private user(name: string): AccessUser {
    const users = nodesOfKind(this.plan, 'accessUser');
    const found = users.find((user) => user.id === userId(name));
    if (found === undefined) {
      throw new CacheUsageError(
        this.node.path,
        'unknownUser',
        `\`${name}\` is not a user of this cache, which has ${users.map((user) => user.id.replace(userId(''), '')).join(', ') || 'none'}`,
        'add it to `access.users`',
      );
    }
    return found;
  }

  /** Endpoint attributes come with each topology. */
  protected endpoint(attribute: 'primaryEndpointAddress' | 'readerEndpointAddress' | 'configurationEndpointAddress'): string {
    return this.made === undefined ? NOT_PLANNED : this.made.replicationGroup[attribute];
  }
}

function attempt(blueprint: Blueprint): { plan?: Plan; findings: readonly Finding[] } {
  try {
    const plan = planBlueprint(blueprint);
    return { plan, findings: plan.findings };
  } catch (error) {
    if (error instanceof BlueprintError) return { findings: error.findings };
    throw error;
  }
}
