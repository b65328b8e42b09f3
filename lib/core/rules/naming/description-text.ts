import { PAGES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';

/** Control, formatting (such as right-to-left override), private and unassigned characters, lone surrogates. */
const ODD = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;

export const descriptionText: SharedRule = {
  code: 'RB307',
  name: 'description-text',
  severity: 'error',
  looksAt: 'every',
  title: 'A description is one line of visible text.',
  why: 'Invisible and reordering characters let consoles show something other than what was reviewed.',
  source: PAGES.elasticache.createReplicationGroup,
  check: ({ blueprint: { description } }) => {
    if (description === undefined) return [];
    const fits = description.trim() !== '' && !ODD.test(description);
    return fits ? [] : [hit(['description'], `must be visible text on one line, got ${shown(description)}`, 'rewrite it', description)];
  },
};
