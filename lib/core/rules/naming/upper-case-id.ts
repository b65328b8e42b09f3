import { NAME_RULES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';

export const upperCaseId: SharedRule = {
  code: 'RB302',
  name: 'upper-case-id',
  severity: 'info',
  looksAt: 'every',
  title: 'The service keeps cache ids in lower case.',
  why: 'Whoever looks for the id as it was written finds nothing in consoles, metrics and endpoints.',
  source: NAME_RULES.replicationGroupId.source,
  check: ({ blueprint: { name, cacheId }, resolved }) => {
    const [path, written] = cacheId === undefined ? (['name', name] as const) : (['cacheId', cacheId] as const);
    return written === written.toLowerCase() ? [] : [hit([path], `is deployed in lower case, as ${shown(resolved.cacheId)}, got ${shown(written)}`, 'write it in lower case', written)];
  },
};
