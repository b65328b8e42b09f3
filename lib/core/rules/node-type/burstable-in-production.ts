import { findNodeType, PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const burstableInProduction: Rule = {
  code: 'RB114',
  name: 'burstable-in-production',
  severity: 'warning',
  title: 'Production does not run on burstable nodes.',
  why: 'When CPU credits are spent, the node is throttled to a fraction of a core, just while load is highest.',
  source: PAGES.elasticache.nodeTypes,
  check: ({ resolved: { nodeType, environment } }) =>
    environment === 'production' && findNodeType(nodeType)?.burstable === true
      ? [hit(['nodeType'], `should not be burstable in production, got ${nodeType}`, 'choose a family such as m7g or r7g', nodeType)]
      : [],
};
