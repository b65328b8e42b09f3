import { accessRules, selectorRules } from '../../access/tokens';
import { listed } from '../../rules/wording';
import { groupBy } from './group-by';

/**
 * Says in words what an access string allows: which keys and channels, and whether to read, write or administer.
 * For people; what holds is the access string itself, which stands beside the words in every report.
 */
export function rightsOf(accessString: string): string {
  const rules = accessRules(accessString);
  if (since(rules, ['off', 'reset']).every((rule) => rule !== 'on')) return 'switched off: no login';
  const selectors = since(rules, ['clearselectors', 'reset']).filter((rule) => rule.startsWith('('));
  return [inWords(rules), ...selectors.map((selector) => `or ${inWords(selectorRules(selector))}`)].join('; ');
}

function inWords(rules: readonly string[]): string {
  const commands = since(rules, ['-@all', 'nocommands', 'reset']);
  const keys = since(rules, ['resetkeys', 'reset']);
  const channels = since(rules, ['resetchannels', 'reset']);
  return [keysInWords(keys, verbOf(commands)), channelsInWords(channels), commandsInWords(commands)].filter((part) => part !== '').join('; ');
}

/** Rules are read from left to right; what stands before the last one that starts afresh no longer counts. */
function since(rules: readonly string[], afresh: readonly string[]): readonly string[] {
  return rules.slice(rules.findLastIndex((rule) => afresh.includes(rule)) + 1);
}

interface KeyRule {
  readonly does: string;
  readonly pattern: string;
}

function keysInWords(rules: readonly string[], verb: string): string {
  const keys = rules.flatMap((rule): readonly KeyRule[] => {
    if (rule === 'allkeys') return [{ does: verb, pattern: '*' }];
    const match = /^(?:%(RW?|WR?))?~(.*)$/.exec(rule);
    return match === null ? [] : [{ does: directionOf(match[1], verb), pattern: match[2] ?? '' }];
  });
  if (keys.length === 0) return 'touches no key';
  const byVerb = groupBy(keys, ({ does }) => does);
  return [...byVerb].map(([does, patterns]) => `${does} ${patternsInWords(patterns.map(({ pattern }) => pattern), 'key')}`).join('; ');
}

function verbOf(rules: readonly string[]): string {
  if (rules.includes('+@all') || rules.includes('allcommands')) return 'reads, writes and administers';
  const does = [...(rules.includes('+@read') ? ['reads'] : []), ...(rules.includes('+@write') ? ['writes'] : [])];
  return does.length === 0 ? 'runs single commands on' : listed(does, 'and');
}

function directionOf(direction: string | undefined, verb: string): string {
  if (direction === 'R') return 'reads';
  if (direction === 'W') return 'writes';
  return verb;
}

function patternsInWords(patterns: readonly string[], noun: string): string {
  return patterns.includes('*') ? `every ${noun}` : `${noun}s ${listed(patterns, 'and')}`;
}

function channelsInWords(rules: readonly string[]): string {
  if (rules.includes('allchannels')) return 'uses every channel';
  const patterns = rules.filter((rule) => rule.startsWith('&')).map((rule) => rule.slice(1));
  return patterns.length === 0 ? '' : `uses ${patternsInWords(patterns, 'channel')}`;
}

/** Categories that words above already say, and those that every client needs. */
const SAID_OTHERWISE: readonly string[] = ['+@all', '-@all', '+@read', '+@write', '+@connection', '+@transaction', '-@dangerous', '-@scripting'];

function commandsInWords(rules: readonly string[]): string {
  const categories = rules.filter((rule) => /^[+-]@/.test(rule) && !SAID_OTHERWISE.includes(rule));
  const granted = categories.filter((rule) => rule.startsWith('+')).map((rule) => rule.slice(1));
  const withheld = categories.filter((rule) => rule.startsWith('-')).map((rule) => rule.slice(1));
  return [...(granted.length > 0 ? [`also ${listed(granted, 'and')}`] : []), ...(withheld.length > 0 ? [`not ${listed(withheld, 'and')}`] : [])].join('; ');
}
