import type { ReplicatedBlueprint } from '../../../lib/core';
import { resolveBlueprint } from '../../../lib/core/blueprint/resolve';

const blueprint: ReplicatedBlueprint = {
  kind: 'replicated',
  name: 'sessions',
  nodeType: 'cache.r7g.large',
  network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'] },
  access: { users: [{ name: 'web', can: ['read'], keys: ['*'] }] },
};

function ids(change: Partial<ReplicatedBlueprint>): { user: string; name: string; group: string } {
  const { access } = resolveBlueprint({ ...blueprint, ...change });
  if (access.mode !== 'users') throw new Error('no users');
  return { user: access.users[0]!.userId, name: access.users[0]!.userName, group: access.userGroupId };
}

/** CloudFormation and Terraform make the new user before the old one goes, so the two must not share an id. */
describe('ids of users and groups change with what replaces them', () => {
  const [user] = blueprint.access!.users!;

  test.each([
    ['a password user on Valkey', {}, { user: 'sessions-web', name: 'web', group: 'sessions-users' }],
    ['IAM authentication', { access: { users: [{ ...user!, authentication: 'iam' as const }] } }, { user: 'sessions-web-iam', name: 'sessions-web-iam', group: 'sessions-users' }],
    ['Redis', { engine: 'redis' as const }, { user: 'sessions-web-redis', name: 'web', group: 'sessions-users-redis' }],
    ['a stated id', { access: { users: [{ ...user!, userId: 'web-1' }] } }, { user: 'web-1', name: 'web', group: 'sessions-users' }],
  ])('%s', (_, change, expected) => {
    expect(ids(change)).toEqual(expected);
  });
});
