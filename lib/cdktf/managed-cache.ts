import { CONNECT, connectResourceArn } from '../core/catalog';
import { userId } from '../core/plan/ids';
import type { AccessUser } from '../core/plan/nodes';
import { managedCacheOf, nodesOfKind } from '../core/plan/plan';
import { BlueprintConstruct, NOT_PLANNED } from './blueprint-construct';
import { CacheResources } from './resources';
import { CacheUsageError } from './usage-error';

/** What the caches of every managed topology have in common. */
export abstract class ManagedCacheBase extends BlueprintConstruct {
  /** The underlying resources, typed; throws when the blueprint has errors. */
  get resources(): CacheResources {
    return new CacheResources(this.made());
  }

  /** Port of every endpoint. */
  get port(): number {
    return this.rendered === undefined ? 0 : managedCacheOf(this.plan).port;
  }

  /** Id of the cache's security group. */
  get securityGroupId(): string {
    return this.rendered === undefined ? NOT_PLANNED : this.resources.securityGroup.id;
  }

  /** ARN of the replication group. */
  get arn(): string {
    return this.rendered === undefined ? NOT_PLANNED : this.resources.replicationGroup.arn;
  }

  /** Lets the members of a security group connect. Saying it twice is the same as saying it once. */
  allowFrom(securityGroupId: string): void {
    if (this.rendered !== undefined) this.resources.firewall.allowFrom({ securityGroupId });
  }

  /** ARN of the secret with a user's name and password; throws for a user who has none. */
  secretArn(userName: string): string {
    if (this.rendered === undefined) return NOT_PLANNED;
    const { secret } = this.resources.of('accessUser', this.user(userName).id);
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
    if (this.rendered === undefined) return NOT_PLANNED;
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
            connectResourceArn('replicationGroup', { ...where, name: managedCacheOf(this.plan).cacheId }),
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
    return this.rendered === undefined ? NOT_PLANNED : this.resources.replicationGroup[attribute];
  }
}
