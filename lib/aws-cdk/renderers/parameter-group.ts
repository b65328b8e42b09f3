import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import { MAIN, nodeScope } from '../node-scope';
import type { Renderer } from '../render-context';

/**
 * Engine parameters. CloudFormation names the group itself; a new family is a new node id, hence a new group, made before the
 * cache moves over and before the old one is deleted.
 */
export const renderParameterGroup: Renderer<'parameterGroup'> = (node, context) => {
  if (node.source.from === 'existing') return { name: node.source.name };
  const resource = new elasticache.CfnParameterGroup(nodeScope(node, context), MAIN, {
    cacheParameterGroupFamily: node.family,
    description: node.source.description,
    properties: { ...node.source.parameters },
  });
  return { resource, name: resource.ref };
};
