import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const openCache: Rule = {
  code: 'RB140',
  name: 'open-cache',
  severity: 'error',
  title: 'The blueprint says who may use the cache.',
  why: 'Without users, user group or AUTH token everybody who reaches the port may read, change and delete everything.',
  source: PAGES.elasticache.accessControl,
  check: ({ resolved: { access, environment } }) => {
    if (access.mode !== 'open') return [];
    const open = hit(['access'], 'must name `users`, a `userGroup` or an `authTokenSecretArn`, got none of them, which lets everybody in who reaches the port', 'add a user, such as `{ name: app, can: [read, write], keys: ["app:*"] }`');
    return [environment === 'production' ? open : { ...open, severity: 'warning' }];
  },
};
