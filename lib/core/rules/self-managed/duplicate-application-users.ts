import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const duplicateApplicationUsers: SelfManagedRule = {
  code: 'RB542',
  name: 'duplicate-application-users',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Every user has a name of its own, whatever its case.',
  why: 'A second line for one user replaces the first in an ACL file, and names that differ in case alone are mistaken for each other.',
  source: 'https://valkey.io/topics/acl/',
  check: ({ blueprint: { users } }) => {
    const names = users.map(({ name }) => name.toLowerCase());
    return users.flatMap(({ name }, index) => {
      const first = names.indexOf(name.toLowerCase());
      return first === index ? [] : [hit(['users', index, 'name'], `must differ from \`users[${first}].name\` by more than case, got ${shown(name)}`, 'rename or remove it', name)];
    });
  },
};
