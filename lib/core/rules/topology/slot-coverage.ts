import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule, RuleHit } from '../rule';
import { listed } from '../wording';
import { namedShards } from './named-shards';
import { formatSlots, missingSlots, parseSlots, sharedSlots } from './slots';
import type { SlotRange } from './slots';

export const slotCoverage: Rule = {
  code: 'RB180',
  name: 'slot-coverage',
  severity: 'error',
  title: 'Every hash slot belongs to exactly one shard.',
  why: 'Keys in a slot that nobody has cannot be read or written, and a slot cannot be given twice.',
  source: PAGES.elasticache.nodeGroupConfiguration,
  kinds: ['sharded'],
  check: (context) => {
    const shards = namedShards(context);
    const without = shards.findIndex(({ slots }) => slots === undefined);
    if (shards.every(({ slots }) => slots === undefined)) return [];
    if (without >= 0) return [hit(['shards', without, 'slots'], 'must be stated, since another shard states its slots, got nothing', 'state the slots of all shards or of none')];
    const parsed = shards.map(({ slots }) => parseSlots(slots ?? ''));
    if (!parsed.every((ranges) => ranges !== undefined)) return [];
    return [...overlaps(parsed), ...gaps(parsed)];
  },
};

function overlaps(shards: readonly (readonly SlotRange[])[]): readonly RuleHit[] {
  return shards.flatMap((ranges, index) => {
    const others = shards.slice(0, index).map((other) => sharedSlots(other, ranges));
    const first = others.findIndex((shared) => shared !== undefined);
    const shared = others[first];
    return shared === undefined ? [] : [hit(['shards', index, 'slots'], `must not overlap other shards, got ${formatSlots(shared)}, which \`shards[${first}]\` has already`, 'give each slot to one shard')];
  });
}

function gaps(shards: readonly (readonly SlotRange[])[]): readonly RuleHit[] {
  const missing = missingSlots(shards.flat());
  return missing.length === 0 ? [] : [hit(['shards'], `must cover every slot, ${listed(missing.slice(0, 3).map(formatSlots), 'and')}${missing.length > 3 ? ` and ${missing.length - 3} more ranges` : ''} ${missing.length === 1 && missing[0]?.from === missing[0]?.to ? 'is' : 'are'} missing`, 'give the missing slots to a shard')];
}
