import type { ShardedBlueprint } from '../../lib/core/blueprint';
import { CATALOG, SESSIONS } from './support/plans';
import { templateOf } from './support/synth';

type Template = { readonly Resources: { readonly [logicalId: string]: { readonly Type: string } } };

function idsOf(blueprint: typeof SESSIONS | ShardedBlueprint): { [logicalId: string]: string } {
  const { Resources } = templateOf(blueprint).toJSON() as Template;
  return Object.fromEntries(Object.entries(Resources).map(([id, { Type }]) => [id, Type]));
}

test('the ids that hold data are what they were when they were released', () => {
  const ids = idsOf(SESSIONS);
  expect(ids).toMatchObject({
    Cachecache893CE092: 'AWS::ElastiCache::ReplicationGroup',
    CachekeyB6FDAAA7: 'AWS::KMS::Key',
    CachesubnetgroupD873ED6A: 'AWS::ElastiCache::SubnetGroup',
    Cachefirewall0BE46EF7: 'AWS::EC2::SecurityGroup',
    CachenetworkCA498445: 'AWS::EC2::VPC',
    CacheuserwebE538E40E: 'AWS::ElastiCache::User',
    CacheuserwebSecret4EBA31FB: 'AWS::SecretsManager::Secret',
    CacheaccessgroupD95EB9C5: 'AWS::ElastiCache::UserGroup',
    Cacheparametersvalkey842820513: 'AWS::ElastiCache::ParameterGroup',
  });
});

test('removing the first user removes that user and its secret, and renames nothing', () => {
  const [first, ...rest] = SESSIONS.access!.users!;
  expect(first!.name).toBe('web');
  const before = idsOf(SESSIONS);
  const after = idsOf({ ...SESSIONS, access: { users: rest } });
  expect(before).toMatchObject(after);
  expect(Object.keys(before).filter((id) => !(id in after))).toEqual([expect.stringMatching(/^CacheuserwebSecret/), expect.stringMatching(/^Cacheuserweb/)]);
});

test('reordering users, zones and tags changes no id', () => {
  const { newVpc } = SESSIONS.network;
  const reordered = {
    ...SESSIONS,
    access: { users: [...SESSIONS.access!.users!].reverse() },
    network: { newVpc: { ...newVpc!, availabilityZones: [...newVpc!.availabilityZones].reverse() } },
  };
  expect(idsOf(reordered)).toEqual(idsOf(SESSIONS));
});

test('removing the first shard removes only what speaks of that shard', () => {
  const before = idsOf(CATALOG);
  const after = idsOf({ ...CATALOG, shards: CATALOG.shards!.slice(1) });
  expect(before).toMatchObject(after);
  const removed = Object.keys(before).filter((id) => !(id in after));
  expect(removed.length).toBeGreaterThan(0);
  for (const id of removed) expect(id).toMatch(/^Cachealarm[a-z]+0001/);
});

test('a new family is a new parameter group beside the old one; the cache keeps its id', () => {
  const before = idsOf({ ...SESSIONS, version: '7.2' });
  const after = idsOf({ ...SESSIONS, version: '8.1' });
  const gone = Object.keys(before).filter((id) => !(id in after));
  expect(gone).toEqual([expect.stringMatching(/^Cacheparametersvalkey7/)]);
});
