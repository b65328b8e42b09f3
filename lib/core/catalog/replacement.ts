import { REPLACEMENT_ROWS } from './replacement-data';
import type { Sourced } from './source';
import { PAGES } from './vendor-pages';

/** What changing a property does: update in place, depends, or make a new resource and delete the old. */
export type Replacement = 'no' | 'maybe' | 'yes';

/** A property on which sources disagree, and what this catalog makes of it. */
export interface ReplacementConflict extends Sourced {
  readonly resourceType: string;
  readonly property: string;
  /** What the resource specification says. */
  readonly specification: Replacement;
  /** What another source says. */
  readonly elsewhere: Replacement;
  /** What `replacementOf` answers. */
  readonly answer: Replacement;
  readonly note: string;
}

/**
 * Properties on which the resource specification and other sources disagree. The answer is always the
 * graver one: a preview that warns of a replacement that does not come costs a look, the reverse a
 * database.
 */
export const REPLACEMENT_CONFLICTS: readonly ReplacementConflict[] = [
  {
    resourceType: 'AWS::ElastiCache::ReplicationGroup',
    property: 'Engine',
    specification: 'yes',
    elsewhere: 'no',
    answer: 'yes',
    note: 'The service upgrades Redis OSS to Valkey in place, and the type page speaks of updates; the specification says replacement.',
    source: PAGES.elasticache.versionManagement,
  },
  {
    resourceType: 'AWS::ElastiCache::ReplicationGroup',
    property: 'ReplicasPerNodeGroup',
    specification: 'yes',
    elsewhere: 'no',
    answer: 'yes',
    note: 'The service changes replica counts in place; the specification says replacement.',
    source: PAGES.elasticache.createReplicationGroup,
  },
  {
    resourceType: 'AWS::ElastiCache::User',
    property: 'Engine',
    specification: 'yes',
    elsewhere: 'no',
    answer: 'yes',
    note: 'ModifyUser takes an engine; the specification says replacement.',
    source: PAGES.elasticache.createUser,
  },
  {
    resourceType: 'AWS::ElastiCache::UserGroup',
    property: 'Engine',
    specification: 'yes',
    elsewhere: 'no',
    answer: 'yes',
    note: 'ModifyUserGroup takes an engine; the specification says replacement.',
    source: PAGES.elasticache.createUserGroup,
  },
  {
    resourceType: 'AWS::ElastiCache::ReplicationGroup',
    property: 'TransitEncryptionEnabled',
    specification: 'no',
    elsewhere: 'maybe',
    answer: 'maybe',
    note: 'In place from Redis OSS 7 and Valkey 7.2 on, through the preferred mode; replacement on older engines.',
    source: PAGES.elasticache.tls,
  },
];

/** What changing `property` of a CloudFormation type does; undefined for a type or property unknown here. */
export function replacementOf(resourceType: string, property: string): Replacement | undefined {
  const conflict = REPLACEMENT_CONFLICTS.find(
    (candidate) => candidate.resourceType === resourceType && candidate.property === property,
  );
  return conflict?.answer ?? specifiedReplacement(resourceType, property);
}

/** CloudFormation types whose properties the catalog knows. */
export function replacementTypes(): readonly string[] {
  return Object.keys(REPLACEMENT_ROWS);
}

/** Properties of a CloudFormation type, in alphabetical order; empty for a type unknown here. */
export function propertiesOf(resourceType: string): readonly string[] {
  const row = REPLACEMENT_ROWS[resourceType];
  return row === undefined ? [] : [row.no, row.maybe ?? '', row.yes].flatMap(words).sort();
}

/** The vendor page of a CloudFormation type. */
export function resourceTypePage(resourceType: string): string {
  const [, service = '', type = ''] = resourceType.toLowerCase().split('::');
  return `${PAGES.cloudFormationReference}/aws-resource-${service}-${type}.html`;
}

function specifiedReplacement(resourceType: string, property: string): Replacement | undefined {
  const row = REPLACEMENT_ROWS[resourceType];
  if (row === undefined) {
    return undefined;
  }
  if (words(row.yes).includes(property)) {
    return 'yes';
  }
  if (words(row.maybe ?? '').includes(property)) {
    return 'maybe';
  }
  return words(row.no).includes(property) ? 'no' : undefined;
}

function words(line: string): string[] {
  return line === '' ? [] : line.split(' ');
}
