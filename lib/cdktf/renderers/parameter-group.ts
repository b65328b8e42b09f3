import type { Renderer } from '../context';
import { literal } from '../text';
import { ElasticacheParameterGroup } from '../vendor';

/**
 * Engine parameters. Name and family cannot be changed, and a group in use cannot be deleted; the plan's name carries the family,
 * so a new family is a new group, made first. The description cannot be changed either, under the same name a replacement would
 * collide with itself: so it stays as it was.
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/20264
 */
export const renderParameterGroup: Renderer<'parameterGroup'> = (node, context) => {
  const { source } = node;
  if (source.from === 'existing') return { name: source.name };
  const parameterGroup = new ElasticacheParameterGroup(context.scopeOf(node), 'Default', {
    name: literal(source.name),
    family: node.family,
    description: literal(source.description),
    parameter: Object.entries(source.parameters)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => ({ name, value: literal(value) })),
    tags: context.tags,
    lifecycle: { createBeforeDestroy: true, ignoreChanges: ['description'] },
  });
  return { name: parameterGroup.name, parameterGroup };
};
