import { LIMITS, TAG_RULE } from '../../catalog';
import type { RuleHit, SharedRule } from '../rule';
import { hit } from '../hit';
import { isToken } from '../structure/tokens';
import { shown } from '../wording';

const most = LIMITS.elasticache.tagsPerResource.value;

export const tagFormat: SharedRule = {
  code: 'RB306',
  name: 'tag-format',
  severity: 'error',
  looksAt: 'every',
  title: 'Tags are accepted by every resource that gets them.',
  why: 'ElastiCache users take fewer characters than most resources; one tag too odd fails the whole deployment.',
  source: TAG_RULE.source,
  check: ({ blueprint }) => {
    const tags = Object.entries(blueprint.tags ?? {});
    return [
      ...(tags.length > most ? [hit(['tags'], `must have at most ${most} tags, got ${tags.length}`, 'remove some')] : []),
      ...tags.flatMap(([key, value]) => [...keyHits(key), ...valueHits(key, value)]),
    ];
  },
};

function keyHits(key: string): RuleHit[] {
  if (key.toLowerCase().startsWith(TAG_RULE.reservedPrefix)) {
    return [hit(['tags', key], `must not begin with ${TAG_RULE.reservedPrefix}, which AWS keeps for itself`, 'rename the tag')];
  }
  const fits = key.length >= 1 && key.length <= TAG_RULE.keyLength && TAG_RULE.characters.test(key);
  return fits ? [] : [hit(['tags', key], `must have a key of 1 to ${TAG_RULE.keyLength} characters: ${TAG_RULE.describe}, got ${shown(key)}`, 'rename the tag')];
}

function valueHits(key: string, value: string): RuleHit[] {
  if (isToken(value) || (value.length <= TAG_RULE.valueLength && TAG_RULE.characters.test(value))) return [];
  return [hit(['tags', key], `must be at most ${TAG_RULE.valueLength} characters: ${TAG_RULE.describe}, got ${shown(value)}`, 'shorten it or replace the other characters', value)];
}
