import { PAGES, supportsFeature } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { namedUsers } from './named-users';

export const adminWithPassword: Rule = {
  code: 'RB154',
  name: 'admin-with-password',
  severity: 'info',
  title: 'An admin authenticates with IAM where the engine has it.',
  why: 'An admin password works for everybody who ever saw it; an IAM token ends after 15 minutes and names a person.',
  source: PAGES.elasticache.iamAuthentication,
  check: (context) => {
    const { engine, version } = context.resolved;
    if (!supportsFeature('iamAuth', engine, version)) return [];
    return namedUsers(context).flatMap(({ path, user: { can, authentication } }) =>
      can.includes('admin') && authentication === 'password' ? [hit([...path, 'authentication'], 'should be iam for an admin, got password', 'state `authentication: iam`', authentication)] : [],
    );
  },
};
