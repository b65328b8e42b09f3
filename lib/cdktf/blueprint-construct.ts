import { Construct } from 'constructs';
import type { Blueprint } from '../core/blueprint';
import { BlueprintError, formatFinding } from '../core/finding';
import type { Finding } from '../core/finding';
import { planBlueprint } from '../core/plan/build';
import { NODE_IDS } from '../core/plan/ids';
import type { Plan } from '../core/plan/plan';
import { AwsAccount } from './account';
import { RenderContext } from './context';
import { renderPlan } from './renderers';
import { TARGET_VERSIONS } from './secret-delivery';
import { Annotations } from './vendor';

/** Stands for attributes of what was not made, in an app whose synthesis fails with the reasons. */
export const NOT_PLANNED = 'not-planned';

/**
 * What the constructs of all topologies have in common. A blueprint with errors makes no resources and does not throw here:
 * synthesis reports the errors of all constructs of the stack at once, each with the construct's path.
 */
export abstract class BlueprintConstruct extends Construct {
  /** What validation had to say; errors also fail synthesis. */
  readonly findings: readonly Finding[];
  protected readonly account: AwsAccount;
  /** What was rendered; absent when the blueprint has errors. */
  protected readonly rendered?: RenderContext;

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
    this.rendered = new RenderContext(this, plan, this.account);
    renderPlan(this.rendered);
  }

  /** What was planned, as data; throws when the blueprint has errors. */
  get plan(): Plan {
    return this.made().plan;
  }

  /** ARN of the key that secrets and data are encrypted with: who reads a secret needs `kms:Decrypt` on it, too. */
  get keyArn(): string {
    return this.rendered === undefined ? NOT_PLANNED : this.rendered.get('encryptionKey', NODE_IDS.key).arn;
  }

  /** What was rendered; throws when the blueprint has errors. */
  protected made(): RenderContext {
    if (this.rendered === undefined) throw new BlueprintError(this.node.path, this.findings);
    return this.rendered;
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
