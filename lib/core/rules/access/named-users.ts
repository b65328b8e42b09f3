import type { UserSpec } from '../../blueprint';
import type { ResolvedUser } from '../../blueprint/resolve';
import type { FindingPath } from '../../finding';
import type { RuleContext } from '../rule';

/** A user as written and as resolved, with its place in the blueprint. */
export interface NamedUser {
  readonly path: FindingPath;
  readonly stated: UserSpec;
  readonly user: ResolvedUser;
}

/** The named users of a blueprint; none when access is given in another way. */
export function namedUsers({ blueprint, resolved }: RuleContext): readonly NamedUser[] {
  const { access } = resolved;
  if (access.mode !== 'users') return [];
  return (blueprint.access?.users ?? []).flatMap((stated, index) => {
    const user = access.users[index];
    return user === undefined ? [] : [{ path: ['access', 'users', index], stated, user }];
  });
}

/** Whether the access string is compiled from words. */
export function usesWords({ user }: NamedUser): boolean {
  return user.accessString === undefined;
}
