import { PAGES, renderParameterValue } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const clusterEnabled: Rule = {
  code: 'RB131',
  name: 'cluster-enabled',
  severity: 'error',
  title: '`cluster-enabled` is what the kind of the blueprint says.',
  why: 'The kind decides cluster mode; a group that says otherwise is refused, or makes the other kind of cache.',
  source: PAGES.elasticache.clusterMode,
  check: ({ blueprint, resolved: { kind } }) => {
    const stated = blueprint.parameters?.['cluster-enabled'];
    const needed = kind === 'sharded' ? 'yes' : 'no';
    if (stated === undefined || renderParameterValue(stated) === needed) return [];
    const other = kind === 'sharded' ? 'replicated' : 'sharded';
    return [hit(['parameters', 'cluster-enabled'], `must be ${needed} for a ${kind} cache, got ${renderParameterValue(stated)}`, `remove it, or use \`kind: ${other}\``, stated)];
  },
};
