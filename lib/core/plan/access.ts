import { compileAccessString, DEFAULT_USER_OFF } from '../access';
import { DEFAULTS } from '../blueprint/defaults';
import type { ResolvedManagedBlueprint, ResolvedUser } from '../blueprint/resolve';
import { PASSWORD_FORBIDDEN_CHARACTERS } from '../catalog';
import { NODE_IDS, userId } from './ids';
import type { AccessGroup, AccessUser, CacheAccess } from './nodes';

/** Users, their group, and how the cache refers to them. */
export function planAccess(resolved: ResolvedManagedBlueprint): { users: AccessUser[]; group?: AccessGroup; access: CacheAccess } {
  const { access, engine } = resolved;
  switch (access.mode) {
    case 'open':
      return { users: [], access: { mode: 'open' } };
    case 'authToken':
      return { users: [], access: { mode: 'authToken', secretArn: access.authTokenSecretArn } };
    case 'userGroup':
      return {
        users: [],
        group: { kind: 'accessGroup', id: NODE_IDS.accessGroup, engine: access.userGroup.engine, source: { from: 'existing', groupId: access.userGroup.id } },
        access: { mode: 'users', group: NODE_IDS.accessGroup },
      };
    case 'users': {
      const users = [...defaultUserOf(resolved), ...access.users.map((user) => planUser(user, resolved))];
      return {
        users,
        group: {
          kind: 'accessGroup',
          id: NODE_IDS.accessGroup,
          engine,
          source: { from: 'new', groupId: access.userGroupId, users: users.map((user) => user.id) },
        },
        access: { mode: 'users', group: NODE_IDS.accessGroup },
      };
    }
  }
}

/**
 * A group for Redis must hold a user named `default`; ours is off. A group for Valkey needs none and the service keeps it off.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
function defaultUserOf(resolved: ResolvedManagedBlueprint): AccessUser[] {
  if (resolved.engine !== 'redis') return [];
  return [
    {
      kind: 'accessUser',
      id: userId('default'),
      engine: 'redis',
      userId: `${resolved.cacheId}-default`,
      userName: 'default',
      accessString: DEFAULT_USER_OFF,
      authentication: { method: 'none' },
    },
  ];
}

function planUser(user: ResolvedUser, resolved: ResolvedManagedBlueprint): AccessUser {
  return {
    kind: 'accessUser',
    id: userId(user.name),
    engine: resolved.engine,
    userId: user.userId,
    userName: user.userName,
    accessString: user.accessString ?? compileAccessString(user, resolved),
    authentication:
      user.authentication === 'iam'
        ? { method: 'iam' }
        : {
            method: 'password',
            secretName: `redis-blueprints/${resolved.cacheId}/${user.name}`,
            passwordLength: DEFAULTS.generatedPasswordLength,
            excludeCharacters: PASSWORD_FORBIDDEN_CHARACTERS,
            key: NODE_IDS.key,
            recoveryWindowDays: resolved.disposable ? 0 : DEFAULTS.secretRecoveryWindowDays,
          },
  };
}
