import { PAGES, findNodeType } from '../../core/catalog';
import type { Finding } from '../../core/finding';
import { TEMPLATES } from '../../core/rules/outside';
import { listOf, referredTo, resourcesOfType, textOf } from './template';
import type { Template, TemplateResource } from './template';

/** A finding about a property of one resource. */
export interface TemplateFinding {
  readonly resource: TemplateResource;
  readonly property: string;
  readonly finding: Finding;
}

/** Every such mistake of a replication group. */
export function checkGroup(resource: TemplateResource, template: Template): TemplateFinding[] {
  return [...twoShapes(resource), ...globalNodeType(resource, template)];
}

/**
 * The two ways of counting exclude each other: nodes of one shard, or shards.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html
 */
function twoShapes(resource: TemplateResource): TemplateFinding[] {
  const { NumCacheClusters, NumNodeGroups } = resource.properties;
  if (NumCacheClusters === undefined || NumNodeGroups === undefined) return [];
  return [
    found(resource, 'NumNodeGroups', {
      code: TEMPLATES.twoShapes.code,
      message: '`NumNodeGroups` must not stand beside `NumCacheClusters`, which counts the nodes of a group with one shard',
      remedy: 'keep `NumCacheClusters` for one shard, or `NodeGroupConfiguration` for several',
      source: PAGES.elasticache.createReplicationGroup,
    }),
  ];
}

/**
 * Burstable nodes cannot take part in a Global Datastore.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html
 */
function globalNodeType(resource: TemplateResource, template: Template): TemplateFinding[] {
  const name = textOf(resource.properties.CacheNodeType);
  const nodeType = name === undefined ? undefined : findNodeType(name);
  if (nodeType === undefined || nodeType.globalDatastore || !isGlobalMember(resource, template)) return [];
  return [
    found(resource, 'CacheNodeType', {
      code: TEMPLATES.globalNodeType.code,
      message: `\`CacheNodeType\` must be one that a Global Datastore takes, got ${nodeType.name}`,
      remedy: 'choose one such as cache.r7g.large',
      got: nodeType.name,
      source: PAGES.elasticache.globalDatastore,
    }),
  ];
}

function isGlobalMember(resource: TemplateResource, template: Template): boolean {
  if (resource.properties.GlobalReplicationGroupId !== undefined) return true;
  const members = resourcesOfType(template, 'AWS::ElastiCache::GlobalReplicationGroup').flatMap(({ properties }) => listOf(properties.Members) ?? []);
  return members.some((member) => {
    const id = (member as { readonly ReplicationGroupId?: unknown } | null)?.ReplicationGroupId;
    return id !== undefined && (referredTo(template, id) === resource || textOf(id) === textOf(resource.properties.ReplicationGroupId));
  });
}

function found(resource: TemplateResource, property: string, finding: Omit<Finding, 'severity' | 'path'>): TemplateFinding {
  return { resource, property, finding: { severity: 'error', path: [property], ...finding } };
}
