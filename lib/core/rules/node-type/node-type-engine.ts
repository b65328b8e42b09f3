import { compareVersions, findNodeType, isKnownVersion, PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const nodeTypeEngine: Rule = {
  code: 'RB112',
  name: 'node-type-engine',
  severity: 'error',
  title: 'The node type runs the engine version.',
  why: 'Newer node families need newer engines; the service refuses the pair.',
  source: PAGES.elasticache.nodeTypes,
  check: ({ resolved: { nodeType, engine, version } }) => {
    const node = findNodeType(nodeType);
    if (node === undefined || !isKnownVersion('elasticache', engine, version)) return [];
    const first = node.minVersion[engine];
    if (first === undefined) {
      return [hit(['nodeType'], `must run ${engine}, got ${nodeType}, which runs ${Object.keys(node.minVersion).join(' and ')} only`, 'choose another node family or engine', nodeType)];
    }
    if (compareVersions(version, first) >= 0) return [];
    return [hit(['nodeType'], `must run ${engine} ${version}, got ${nodeType}, which runs it from ${first} on`, 'choose an older node family, or a later version', nodeType)];
  },
};
