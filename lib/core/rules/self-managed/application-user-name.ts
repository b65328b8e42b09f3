import { RESERVED_USER_NAMES } from '../../config/service-users';
import { listed, shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

export const applicationUserName: SelfManagedRule = {
  code: 'RB541',
  name: 'application-user-name',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'The name of a user is letters, digits, hyphens and underscores, and not one that the deployment uses itself.',
  why: 'Names stand unquoted in ACL files and name secrets; a second user called `replication` would be the first one with other rights.',
  source: 'https://valkey.io/topics/acl/',
  check: ({ blueprint: { users } }) =>
    users.flatMap(({ name }, index) => {
      const path = ['users', index, 'name'];
      if (!NAME.test(name)) return [hit(path, `must be 1 to 64 letters, digits, hyphens and underscores, beginning with a letter, got ${shown(name)}`, 'choose another name', name)];
      return RESERVED_USER_NAMES.includes(name.toLowerCase()) ? [hit(path, `must not be one of ${listed(RESERVED_USER_NAMES)}, which the deployment uses itself, got ${shown(name)}`, 'choose another name', name)] : [];
    }),
};
