import { CfnWaitConditionHandle, Token } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Blueprint } from '../core/blueprint';
import { BlueprintError } from '../core/finding';
import type { Finding } from '../core/finding';
import { planBlueprint } from '../core/plan/build';
import { nodesOfKind } from '../core/plan/plan';
import type { Plan } from '../core/plan/plan';
import { closest } from '../core/rules/closest';
import { shown } from '../core/rules/wording';
import { validate } from '../core/validate';
import { CacheUsageError, constructFinding } from './construct-error';
import { reportFindings } from './findings';
import { refuseOpenIngress } from './open-ingress';
import { renderPlan } from './render';
import type { RenderedPlan } from './render';
import { templateFindings } from './template-limits';

/**
 * What the constructs of all topologies have in common.
 *
 * Errors in the blueprint are reported at the construct, all at once, and nothing of it is made; so an app with several of them
 * reports the errors of all in one synthesis. Whoever asks such a construct for an endpoint gets them as an exception.
 */
export abstract class BlueprintConstruct extends Construct {
  private readonly outcome: RenderedPlan | { readonly failed: BlueprintError };

  protected constructor(scope: Construct, id: string, blueprint: Blueprint, propsFindings: readonly Finding[]) {
    super(scope, id);
    const planned = planOrErrors(blueprint, propsFindings);
    if ('failed' in planned) {
      reportFindings(this, planned.findings);
      this.outcome = { failed: planned.failed };
      // CDK checks templates too, and of a stack without resources it would say that alone.
      new CfnWaitConditionHandle(this, 'Refused');
      return;
    }
    reportFindings(this, planned.plan.findings);
    this.outcome = renderPlan(this, planned.plan);
    refuseOpenIngress(this, this.outcome);
  }

  /** The plan that the resources were made from, as data. */
  get plan(): Plan {
    return this.made.plan;
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

  /** What was made; throws the blueprint's errors when nothing was. */
  protected get made(): RenderedPlan {
    if ('failed' in this.outcome) throw this.outcome.failed;
    return this.outcome;
  }

  /** @throws CacheUsageError for a name that nothing publishes; graphs and alarms on it would stay silent for ever. */
  protected requireMetric(name: string, known: readonly string[]): void {
    if (known.includes(name) || Token.isUnresolved(name)) return;
    const guess = closest(name, known);
    throw this.usageError('unknownMetric', name, `metric must be one that the nodes publish, got ${shown(name)}`, guess === undefined ? 'choose one of the vendor\'s list, or make a `cloudwatch.Metric` yourself' : `did you mean ${guess}?`);
  }

  protected usageError(code: Parameters<typeof constructFinding>[0], path: string, message: string, remedy: string): CacheUsageError {
    return new CacheUsageError(this.node.path, constructFinding(code, path, message, remedy));
  }
}

type Planned = { readonly plan: Plan } | { readonly failed: BlueprintError; readonly findings: readonly Finding[] };

/** Plans, unless props or blueprint have errors; then gives every finding of both. */
function planOrErrors(blueprint: Blueprint, propsFindings: readonly Finding[]): Planned {
  const limits: Finding[] = [];
  if (propsFindings.length === 0) {
    try {
      const plan = planBlueprint(blueprint);
      limits.push(...templateFindings(plan));
      if (limits.length === 0) return { plan };
    } catch (error) {
      if (!(error instanceof BlueprintError)) throw error;
    }
  }
  const findings = [...propsFindings, ...limits, ...validate(blueprint)];
  return { findings, failed: new BlueprintError(String(blueprint.name), findings.filter((finding) => finding.severity === 'error')) };
}
