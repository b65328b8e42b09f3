import { findNodeType, PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const previousGeneration: Rule = {
  code: 'RB113',
  name: 'previous-generation',
  severity: 'warning',
  title: 'The node type is of a current generation.',
  why: 'Previous generations cost more for less, and the service may refuse new caches on them.',
  source: PAGES.elasticache.nodeTypes,
  check: ({ resolved: { nodeType } }) => {
    const node = findNodeType(nodeType);
    if (node?.generation !== 'previous') return [];
    return [hit(['nodeType'], `should be of a current generation, got ${nodeType}`, node.burstable ? 'choose t4g' : 'choose m7g or r7g', nodeType)];
  },
};
