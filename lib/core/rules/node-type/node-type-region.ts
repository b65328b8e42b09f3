import { findNodeType, NODE_REGION_SOURCE, nodeTypes, nodeTypesInRegion } from '../../catalog';
import type { NodeType } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const nodeTypeRegion: Rule = {
  code: 'RB111',
  name: 'node-type-region',
  severity: 'error',
  title: 'The region offers the node type.',
  why: 'Not every family is sold in every region; the deployment fails after the network has been made.',
  source: NODE_REGION_SOURCE,
  check: ({ resolved: { nodeType, region } }) => {
    const node = findNodeType(nodeType);
    const offered = region === undefined ? undefined : nodeTypesInRegion(region);
    if (node === undefined || offered === undefined || offered.has(nodeType)) return [];
    return [hit(['nodeType'], `must be offered in ${region}, got ${nodeType}`, remedyFor(node, offered), nodeType)];
  },
};

function remedyFor(node: NodeType, offered: ReadonlySet<string>): string {
  const alike = nodeTypes().find(({ name, size, class: kind, generation }) => generation === 'current' && size === node.size && kind === node.class && offered.has(name));
  return alike === undefined ? 'choose another family or region' : `choose ${alike.name} or another region`;
}
