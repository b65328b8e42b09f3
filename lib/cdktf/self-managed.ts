import { SELF_MANAGED_IDS } from '../core/plan/ids';
import { nodesOfKind } from '../core/plan/plan';
import { BlueprintConstruct, NOT_PLANNED } from './blueprint-construct';
import { SelfManagedResources } from './self-managed-resources';
import { CacheUsageError } from './usage-error';

/** What self-managed deployments of every topology have in common. */
export abstract class SelfManagedBase extends BlueprintConstruct {
  /** The underlying resources, typed; throws when the blueprint has errors. */
  get resources(): SelfManagedResources {
    return new SelfManagedResources(this.made());
  }

  /** Id of the nodes' security group. */
  get securityGroupId(): string {
    return this.rendered === undefined ? NOT_PLANNED : this.resources.securityGroup.id;
  }

  /** Name of the bucket for backups. */
  get backupBucketName(): string {
    return this.rendered === undefined ? NOT_PLANNED : this.resources.backupBucket.id;
  }

  /** ARN of the secret with `ca.crt`, which clients verify nodes with, and `ca.key`, which they must not see: hand on the first alone. */
  get authoritySecretArn(): string {
    return this.rendered === undefined ? NOT_PLANNED : this.resources.of('certificateAuthority', SELF_MANAGED_IDS.authority).secretArn;
  }

  /** Lets the members of a security group connect, on every port that clients use. Saying it twice is the same as saying it once. */
  allowFrom(securityGroupId: string): void {
    if (this.rendered !== undefined) this.resources.firewall.allowFrom({ securityGroupId });
  }

  /** ARN of the secret with a user's name and password; throws for a user whom the deployment does not have. */
  secretArn(userName: string): string {
    if (this.rendered === undefined) return NOT_PLANNED;
    const users = nodesOfKind(this.plan, 'generatedSecret');
    const found = users.find(({ user }) => user === userName);
    if (found === undefined) {
      throw new CacheUsageError(
        this.node.path,
        'unknownUser',
        `\`${userName}\` is not a user of this deployment, which has ${users.map(({ user }) => user).join(', ')}`,
        'add it to `users`',
      );
    }
    return this.resources.of('generatedSecret', found.id).secret.arn;
  }

  /** Text that the plan tells, known before deployment. */
  protected told(outputId: string): string {
    if (this.rendered === undefined) return NOT_PLANNED;
    const output = nodesOfKind(this.plan, 'output').find(({ id }) => id === outputId);
    if (output === undefined || !('text' in output.value)) throw new Error(`plan ${this.plan.id} does not tell ${outputId}`);
    return output.value.text;
  }
}
