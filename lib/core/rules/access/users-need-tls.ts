import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const usersNeedTls: Rule = {
  code: 'RB142',
  name: 'users-need-tls',
  severity: 'error',
  title: 'Users and user groups need TLS.',
  why: 'The service attaches a user group only to a cache with encryption in transit; passwords and IAM tokens would otherwise travel in the clear.',
  source: PAGES.elasticache.accessControl,
  check: ({ resolved: { access, encryption } }) => {
    if (encryption.tls !== 'off' || (access.mode !== 'users' && access.mode !== 'userGroup')) return [];
    return [hit(['encryption', 'tls'], `must be required or preferred with \`access.${access.mode}\`, got off`, 'use `tls: required`', 'off')];
  },
};
