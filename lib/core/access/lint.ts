import { ACCESS_SYNTAX_MINIMUM, FORBIDDEN_ACCESS_RULES } from '../catalog';
import { closest } from '../rules/closest';
import { printable } from '../rules/wording';
import { lintCommandRule } from './lint-command';
import type { AccessProblem } from './problem';
import { speaks } from './target';
import type { AccessTarget } from './target';
import { accessRules, selectorRules } from './tokens';

/** Rules that are one fixed word, beside those about passwords. */
const KEY_WORDS = ['allkeys', 'resetkeys'];
const COMMAND_WORDS = ['allcommands', 'nocommands'];
const CHANNEL_WORDS = ['allchannels', 'resetchannels'];
const USER_WORDS = ['on', 'off', 'sanitize-payload', 'skip-sanitize-payload', 'clearselectors'];
const WORDS = [...KEY_WORDS, ...COMMAND_WORDS, ...CHANNEL_WORDS, ...USER_WORDS];

/**
 * What the service or the engine would refuse in an access string that was written by hand, and what leaves its user
 * locked out. Empty when nothing is wrong.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export function lintAccessString(accessString: string, target: AccessTarget): readonly AccessProblem[] {
  const rules = accessRules(accessString);
  return [...lintState(rules), ...lintRules(rules, target), ...rules.filter(isSelector).flatMap((rule) => lintSelector(rule, target))];
}

function lintState(rules: readonly string[]): readonly AccessProblem[] {
  const states = rules.map((rule) => rule.toLowerCase()).filter((rule) => rule === 'on' || rule === 'off');
  if (states.length === 0) return [{ problem: 'says neither `on` nor `off`, so the service switches the user off', remedy: 'begin it with `on`' }];
  if (new Set(states).size > 1) return [{ problem: 'says both `on` and `off`, of which the last one counts', remedy: 'keep one of them' }];
  return [];
}

function lintSelector(selector: string, target: AccessTarget): readonly AccessProblem[] {
  if (!speaks(target, ACCESS_SYNTAX_MINIMUM.selectors)) {
    return [{ problem: `holds a selector, which ${target.engine} ${target.version} does not know`, remedy: 'write the rules without parentheses, or use a second user' }];
  }
  if (!selector.endsWith(')')) return [{ problem: 'opens a selector that it does not close', remedy: 'add the missing `)`' }];
  return lintRules(selectorRules(selector), target);
}

function lintRules(rules: readonly string[], target: AccessTarget): readonly AccessProblem[] {
  return [...rules.filter((rule) => !isSelector(rule)).flatMap((rule) => lintRule(rule, target)), ...uselessPatterns(rules, '~', 'allkeys'), ...uselessPatterns(rules, '&', 'allchannels')];
}

function lintRule(rule: string, target: AccessTarget): readonly AccessProblem[] {
  const forbidden = FORBIDDEN_ACCESS_RULES.find(({ pattern }) => pattern.test(rule));
  if (forbidden !== undefined) return [{ problem: `holds \`${withoutSecret(rule)}\`, which the service refuses: ${forbidden.reason}`, remedy: 'take it out' }];
  if (/^[+-]/.test(rule)) return lintCommandRule(rule, target);
  if (rule.startsWith('~')) return [];
  if (rule.startsWith('%')) return lintKeyPermission(rule, target);
  if (rule.startsWith('&') || CHANNEL_WORDS.includes(rule.toLowerCase())) {
    return since(rule, 'channels', target, 'leave channels out, which this version does not restrict, or use a later version');
  }
  if (/^(alldbs|resetdbs|db=.*)$/i.test(rule)) return since(rule, 'databases', target, 'take it out, and keep databases apart by key patterns');
  if (/^clearselectors$/i.test(rule)) return since(rule, 'selectors', target, 'take it out');
  return WORDS.includes(rule.toLowerCase()) ? [] : [unknownRule(rule)];
}

function lintKeyPermission(rule: string, target: AccessTarget): readonly AccessProblem[] {
  if (!/^%(R|W|RW|WR)~/i.test(rule)) {
    return [{ problem: `holds \`${printable(rule)}\`, which is no key permission`, remedy: 'write `%R~pattern`, `%W~pattern` or `~pattern`' }];
  }
  return since(rule, 'keyPermissions', target, `write \`~${printable(rule.slice(rule.indexOf('~') + 1))}\``);
}

function since(rule: string, syntax: keyof typeof ACCESS_SYNTAX_MINIMUM, target: AccessTarget, remedy: string): readonly AccessProblem[] {
  if (speaks(target, ACCESS_SYNTAX_MINIMUM[syntax])) return [];
  return [{ problem: `holds \`${printable(rule)}\`, which ${target.engine} ${target.version} does not know`, remedy }];
}

/** The engines refuse a pattern that comes after one for everything. */
function uselessPatterns(rules: readonly string[], sign: '~' | '&', word: string): readonly AccessProblem[] {
  const everything = rules.findIndex((rule) => rule === `${sign}*` || rule.toLowerCase() === word);
  const later = everything < 0 ? undefined : rules.slice(everything + 1).find((rule) => rule.startsWith(sign) && rule !== `${sign}*`);
  if (later === undefined) return [];
  return [{ problem: `holds \`${printable(later)}\` after \`${rules[everything]}\`, which the engine refuses since everything is granted already`, remedy: 'keep one of the two' }];
}

function unknownRule(rule: string): AccessProblem {
  const meant = closest(rule, WORDS);
  return {
    problem: `holds \`${printable(rule)}\`, which is no ACL rule`,
    remedy: meant === undefined ? 'write rules such as `on ~app:* resetchannels -@all +@read`' : `did you mean \`${meant}\`?`,
  };
}

function isSelector(rule: string): boolean {
  return rule.startsWith('(');
}

/** A password must not come back in a message. */
function withoutSecret(rule: string): string {
  return /^[><#!]/.test(rule) ? `${rule.charAt(0)}...` : printable(rule);
}
