import { findNodeType, nodeTypeNames, PAGES } from '../../catalog';
import { closest } from '../closest';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';

export const nodeTypeKnown: Rule = {
  code: 'RB110',
  name: 'node-type-known',
  severity: 'error',
  title: 'The node type is one of ElastiCache.',
  why: 'The service refuses other node types, and memory, CPU and alarm thresholds are computed from it.',
  source: PAGES.elasticache.nodeTypes,
  check: ({ resolved: { nodeType } }) => {
    if (findNodeType(nodeType) !== undefined) return [];
    const names = nodeTypeNames();
    const prefixed = `cache.${nodeType.replace(/^db\./, '')}`;
    const meant = names.includes(prefixed) ? prefixed : closest(nodeType, names);
    return [hit(['nodeType'], `must be a node type of ElastiCache, got ${shown(nodeType)}`, meant === undefined ? 'choose one such as cache.r7g.large' : `did you mean ${meant}?`, nodeType)];
  },
};
