import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { listed } from '../wording';

export const oneWayIn: Rule = {
  code: 'RB141',
  name: 'one-way-in',
  severity: 'error',
  title: 'Access is given in one way only: users, an existing user group, or an AUTH token.',
  why: 'The service refuses an AUTH token beside a user group, and a cache has one user group at most.',
  source: PAGES.elasticache.accessControl,
  check: ({ blueprint: { access = {} } }) => {
    const { users, userGroup, authTokenSecretArn } = access;
    const stated = [
      ...(users !== undefined && users.length > 0 ? ['users'] : []),
      ...(userGroup === undefined ? [] : ['userGroup']),
      ...(authTokenSecretArn === undefined ? [] : ['authTokenSecretArn']),
    ];
    return stated.length < 2 ? [] : [hit(['access'], `must state one of \`users\`, \`userGroup\` and \`authTokenSecretArn\`, got ${listed(stated, 'and')}`, 'keep one of them', stated)];
  },
};
