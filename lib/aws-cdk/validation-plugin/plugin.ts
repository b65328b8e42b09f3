import * as fs from 'node:fs';
import type { IPolicyValidationContext, IPolicyValidationPlugin, PolicyValidationPluginReport, PolicyViolatingResource, PolicyViolation } from 'aws-cdk-lib';
import type { Finding } from '../../core/finding';
import { TEMPLATES } from '../../core/rules/outside';
import { validateWith } from '../../core/validate';
import { judgedRules } from './judged-rules';
import { liftGroup } from './lift-group';
import { liftUser } from './lift-user';
import { propertyOf } from './lifted';
import type { Lifted } from './lifted';
import { parseTemplate, resourcesOfType } from './template';
import type { Template } from './template';
import { checkGroup } from './template-checks';
import type { TemplateFinding } from './template-checks';

/**
 * Judges the replication groups and users of any template by the library's own rules, whoever wrote the template:
 * `Validations.of(app).addPlugins(new RedisBlueprintsValidationPlugin())`.
 * Acknowledge with `Validations.of(scope).acknowledge({ id: 'redis-blueprints::RB375', reason })`.
 */
export class RedisBlueprintsValidationPlugin implements IPolicyValidationPlugin {
  readonly name = 'redis-blueprints';

  get ruleIds(): string[] {
    return [...judgedRules().map(({ code }) => code), ...Object.values(TEMPLATES).map(({ code }) => code)].sort();
  }

  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const judged = context.stackTemplates.flatMap(({ templatePath, region }) =>
      judgeTemplate(parseTemplate(fs.readFileSync(templatePath, 'utf8')), region).map((each) => ({ ...each, templatePath })),
    );
    return { success: judged.every(({ finding }) => finding.severity !== 'error'), violations: violationsOf(judged) };
  }
}

/** Every finding about the cache resources of a template. */
export function judgeTemplate(template: Template, region?: string): TemplateFinding[] {
  const groups = resourcesOfType(template, 'AWS::ElastiCache::ReplicationGroup');
  const users = resourcesOfType(template, 'AWS::ElastiCache::User');
  const lifted = [...groups.map((group) => liftGroup(group, template, region)), ...users.map((user) => liftUser(user, region))];
  return [...groups.flatMap((group) => checkGroup(group, template)), ...lifted.flatMap((each) => (each === undefined ? [] : judge(each)))];
}

function judge(lifted: Lifted): TemplateFinding[] {
  return validateWith(judgedRules(), lifted.blueprint).flatMap((finding) => {
    const property = propertyOf(finding, lifted);
    return property === undefined ? [] : [{ resource: lifted.resource, property, finding }];
  });
}

type Judged = TemplateFinding & { readonly templatePath: string };

/** One violation for each code and wording, with every resource that it concerns. */
function violationsOf(judged: readonly Judged[]): PolicyViolation[] {
  const byWording = new Map<string, { readonly finding: Finding; readonly resources: PolicyViolatingResource[] }>();
  for (const { finding, resource, property, templatePath } of judged) {
    const key = `${finding.code} ${finding.message}`;
    const entry = byWording.get(key) ?? { finding, resources: [] };
    entry.resources.push({ resourceLogicalId: resource.logicalId, templatePath, locations: [`Properties/${property}`] });
    byWording.set(key, entry);
  }
  return [...byWording.values()].map(({ finding, resources }) => ({
    ruleName: finding.code,
    description: finding.message,
    fix: finding.remedy,
    severity: finding.severity,
    ...(finding.source === undefined ? {} : { ruleMetadata: { source: finding.source } }),
    violatingResources: resources,
  }));
}
