import { resolveBlueprint } from './blueprint/resolve';
import type { Finding } from './finding';
import { RULES } from './rules';
import { applyAcknowledgements } from './rules/acknowledgements/apply';
import type { KnownCodes } from './rules/acknowledgements/apply';
import { ACKNOWLEDGEMENT } from './rules/acknowledgements/codes';
import { inOrder } from './rules/order';
import { findingsOf } from './rules/rule';
import type { AnyContext, AnyRule } from './rules/rule';
import { checkStructure, STRUCTURE } from './rules/structure';
import { findingOf } from './rules/structure/finding-of';
import { TOGETHER } from './rules/together';
import { visible } from './rules/wording';

/**
 * Everything there is to say about a blueprint, at once: first its shape, then every rule, then the team's
 * acknowledgements. Takes any value and never throws. In a stable order: severity, place, code.
 */
export function validate(blueprint: unknown): Finding[] {
  return validateWith(RULES, blueprint);
}

/** `validate` with a list of rules of one's own. */
export function validateWith(rules: readonly AnyRule[], value: unknown): Finding[] {
  const { findings, blueprint } = checkStructure(value);
  if (blueprint === undefined) return inOrder(findings);
  const context = { blueprint, resolved: resolveBlueprint(blueprint) } as AnyContext;
  const found = [...findings, ...rules.flatMap((rule) => verdictOf(rule, context))];
  return inOrder(applyAcknowledgements(found, blueprint.acknowledge ?? [], codesOf(rules)));
}

/** Rules write values into their messages; whatever stands in the blueprint, a message stays one visible line. */
function verdictOf(rule: AnyRule, context: AnyContext): readonly Finding[] {
  try {
    return findingsOf(rule, context).map((finding) => ({ ...finding, message: visible(finding.message), remedy: visible(finding.remedy) }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [findingOf(STRUCTURE.defect, [], `rule ${rule.name} [${rule.code}] failed on this blueprint: ${reason}`, 'report it with the blueprint, it is a defect of redis-blueprints')];
  }
}

function codesOf(rules: readonly AnyRule[]): KnownCodes {
  const own = [...Object.values(STRUCTURE), ...Object.values(ACKNOWLEDGEMENT)].map(({ code }) => code);
  const elsewhere = Object.values(TOGETHER).map(({ code }) => code);
  return { all: [...own, ...elsewhere, ...rules.map(({ code }) => code)], elsewhere };
}
