import {
  propertiesOf,
  REPLACEMENT_CONFLICTS,
  replacementOf,
  replacementTypes,
  resourceTypePage,
} from '../../../lib/core/catalog';

const GROUP = 'AWS::ElastiCache::ReplicationGroup';

test.each([
  [GROUP, 'ReplicationGroupId', 'yes'],
  [GROUP, 'Port', 'yes'],
  [GROUP, 'CacheNodeType', 'no'],
  [GROUP, 'NumNodeGroups', 'maybe'],
  [GROUP, 'Engine', 'yes'],
  [GROUP, 'TransitEncryptionEnabled', 'maybe'],
  [GROUP, 'NoSuchProperty', undefined],
  ['AWS::ElastiCache::ServerlessCache', 'ServerlessCacheName', 'yes'],
  ['AWS::ElastiCache::UserGroup', 'UserIds', 'no'],
  ['AWS::MemoryDB::Cluster', 'TLSEnabled', 'yes'],
  ['AWS::Nothing::Here', 'Name', undefined],
] as const)('changing %s %s: %s', (type, property, expected) => {
  expect(replacementOf(type, property)).toBe(expected);
});

test('every property stands under one behaviour only', () => {
  for (const type of replacementTypes()) {
    const properties = propertiesOf(type);
    expect(properties.length).toBeGreaterThan(2);
    expect(new Set(properties).size).toBe(properties.length);
    expect(properties.every((property) => replacementOf(type, property) !== undefined)).toBe(true);
  }
});

test('where sources disagree, the answer is never the milder one', () => {
  const gravity = { no: 0, maybe: 1, yes: 2 };
  for (const { specification, elsewhere, answer, resourceType, property } of REPLACEMENT_CONFLICTS) {
    expect(gravity[answer]).toBe(Math.max(gravity[specification], gravity[elsewhere]));
    expect(propertiesOf(resourceType)).toContain(property);
  }
});

test('names the vendor page of a type', () => {
  expect(resourceTypePage(GROUP)).toBe(
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
  );
});
