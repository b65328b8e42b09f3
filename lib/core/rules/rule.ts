import type { Blueprint, ManagedBlueprint, SelfManagedBlueprint } from '../blueprint';
import { isSelfManaged } from '../blueprint/resolve';
import type { ResolvedManagedBlueprint } from '../blueprint/resolve';
import type { ResolvedSelfManagedBlueprint } from '../blueprint/resolve-self-managed';
import type { Finding, FindingPath, Severity } from '../finding';

/** What a rule may look at, on managed topologies. */
export interface RuleContext {
  /** The blueprint as it was written: tells what the user stated and what came from a default. */
  readonly blueprint: ManagedBlueprint;
  /** The same with every default filled in; never throws, also for values that other rules refuse. */
  readonly resolved: ResolvedManagedBlueprint;
}

/** The same on self-managed topologies. */
export interface SelfManagedContext {
  readonly blueprint: SelfManagedBlueprint;
  readonly resolved: ResolvedSelfManagedBlueprint;
}

/** What a rule for every topology may look at: what all of them state the same way. */
export type AnyContext = RuleContext | SelfManagedContext;

/** What a rule reports; code, severity and source come from the rule itself. */
export interface RuleHit {
  readonly path: FindingPath;
  readonly message: string;
  readonly remedy: string;
  readonly got?: unknown;
  /** @default - the rule's severity */
  readonly severity?: Severity;
}

/** What documentation says about a rule. `docs/rules.md` is generated from these fields. */
export interface RuleText {
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
}

/** One check of managed topologies. Its file is named like the rule. */
export interface Rule extends RuleText {
  /** @default - managed topologies only */
  readonly looksAt?: 'managed';
  /** Kinds of blueprint that the rule looks at. @default - every managed kind */
  readonly kinds?: readonly ManagedBlueprint['kind'][];
  check(context: RuleContext): readonly RuleHit[];
}

/** One check of self-managed topologies. */
export interface SelfManagedRule extends RuleText {
  readonly looksAt: 'self-managed';
  check(context: SelfManagedContext): readonly RuleHit[];
}

/** One check of every topology. */
export interface SharedRule extends RuleText {
  readonly looksAt: 'every';
  check(context: AnyContext): readonly RuleHit[];
}

/** A check of whatever topologies it says. */
export type AnyRule = Rule | SelfManagedRule | SharedRule;

/** Turns a rule's hits into findings. */
export function findingsOf(rule: AnyRule, context: AnyContext): Finding[] {
  return hitsOf(rule, context).map((hit) => ({
    code: rule.code,
    severity: hit.severity ?? rule.severity,
    path: hit.path,
    message: hit.message,
    remedy: hit.remedy,
    ...(hit.got === undefined ? {} : { got: hit.got }),
    source: rule.source,
  }));
}

function hitsOf(rule: AnyRule, context: AnyContext): readonly RuleHit[] {
  if (rule.looksAt === 'every') return rule.check(context);
  if (rule.looksAt === 'self-managed') return isOnOwnNodes(context) ? rule.check(context) : [];
  return isOnOwnNodes(context) || !looksAtKind(rule, context.blueprint.kind) ? [] : rule.check(context);
}

function looksAtKind({ kinds }: Rule, kind: ManagedBlueprint['kind']): boolean {
  return kinds === undefined || kinds.includes(kind);
}

function isOnOwnNodes(context: AnyContext): context is SelfManagedContext {
  const blueprint: Blueprint = context.blueprint;
  return isSelfManaged(blueprint);
}
