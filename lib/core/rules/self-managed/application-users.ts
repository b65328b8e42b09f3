import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const applicationUsers: SelfManagedRule = {
  code: 'RB540',
  name: 'application-users',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'The blueprint names a user for the application.',
  why: "The default user is off and service users are the deployment's own: without another one nobody can use it.",
  source: 'https://valkey.io/topics/acl/',
  check: ({ blueprint: { users } }) => (users.length > 0 ? [] : [hit(['users'], 'must name at least one user, got none', 'add one, such as `{ name: app, can: [read, write], keys: ["app:*"] }`')]),
};
