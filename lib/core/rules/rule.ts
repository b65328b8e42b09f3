import type { Blueprint } from '../blueprint';
import type { ResolvedBlueprint } from '../blueprint/resolve';
import type { Finding, FindingPath, Severity } from '../finding';

/** What a rule may look at. */
export interface RuleContext {
  /** The blueprint as it was written: tells what the user stated and what came from a default. */
  readonly blueprint: Blueprint;
  /** The same with every default filled in; never throws, also for values that other rules refuse. */
  readonly resolved: ResolvedBlueprint;
}

/** What a rule reports; code, severity and source come from the rule itself. */
export interface RuleHit {
  readonly path: FindingPath;
  readonly message: string;
  readonly remedy: string;
  readonly got?: unknown;
  /** @default - the rule's severity */
  readonly severity?: Severity;
}

/** One check. Its file is named like the rule; `docs/rules.md` is generated from these fields. */
export interface Rule {
  readonly code: string;
  /** The file's name, kebab case. */
  readonly name: string;
  readonly severity: Severity;
  /** One sentence for the documentation: what must hold. */
  readonly title: string;
  /** Why it matters: what happens to whoever ignores it. */
  readonly why: string;
  /** Vendor page, or the page that states the practice. */
  readonly source: string;
  /** Kinds of blueprint that the rule looks at. @default - every kind */
  readonly kinds?: readonly Blueprint['kind'][];
  check(context: RuleContext): readonly RuleHit[];
}

/** Turns a rule's hits into findings. */
export function findingsOf(rule: Rule, context: RuleContext): Finding[] {
  if (rule.kinds !== undefined && !rule.kinds.includes(context.blueprint.kind)) return [];
  return rule.check(context).map((hit) => ({
    code: rule.code,
    severity: hit.severity ?? rule.severity,
    path: hit.path,
    message: hit.message,
    remedy: hit.remedy,
    ...(hit.got === undefined ? {} : { got: hit.got }),
    source: rule.source,
  }));
}
