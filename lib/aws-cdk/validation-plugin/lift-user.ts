import type { Blueprint } from '../../core/blueprint';
import { FILLER } from './lifted';
import type { Lifted } from './lifted';
import { isMapping, textOf } from './template';
import type { TemplateResource } from './template';

/** A user of any cache, as the only user of a blueprint. */
export function liftUser(resource: TemplateResource, region: string | undefined): Lifted | undefined {
  const { UserId, UserName, AccessString, AuthenticationMode, Engine } = resource.properties;
  const engine = textOf(Engine)?.toLowerCase();
  const userId = textOf(UserId);
  const userName = textOf(UserName);
  const accessString = textOf(AccessString);
  const mode = isMapping(AuthenticationMode) ? textOf(AuthenticationMode.Type)?.toLowerCase() : undefined;
  if ((engine !== 'redis' && engine !== 'valkey') || userId === undefined || userName === undefined || accessString === undefined) return undefined;
  const blueprint: Blueprint = {
    ...FILLER,
    kind: 'replicated',
    name: 'template',
    engine,
    ...(region === undefined ? {} : { region }),
    access: { users: [{ name: 'user', userId, userName, accessString, ...(mode === 'iam' ? { authentication: 'iam' as const } : {}) }] },
  };
  return {
    resource,
    blueprint,
    properties: {
      'access.users[0].accessString': 'AccessString',
      'access.users[0].userId': 'UserId',
      'access.users[0].userName': 'UserName',
    },
  };
}
