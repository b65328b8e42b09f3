import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';
import { namedShards } from './named-shards';
import { LAST_SLOT, parseSlots } from './slots';

export const slotSyntax: Rule = {
  code: 'RB179',
  name: 'slot-syntax',
  severity: 'error',
  title: 'Slots are ranges of hash slots.',
  why: 'The service refuses other texts, and there are 16,384 slots, numbered from 0.',
  source: PAGES.elasticache.nodeGroupConfiguration,
  kinds: ['sharded'],
  check: (context) =>
    namedShards(context).flatMap(({ slots }, index) =>
      slots === undefined || parseSlots(slots) !== undefined
        ? []
        : [hit(['shards', index, 'slots'], `must be ranges from 0 to ${LAST_SLOT}, got ${shown(slots)}`, 'write ranges such as 0-5460 or 0-100,200-300', slots)],
    ),
};
