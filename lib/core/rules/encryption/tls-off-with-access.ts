import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

const NEEDS = {
  users: 'users',
  userGroup: 'a user group',
  authToken: 'an AUTH token',
} as const;

export const tlsOffWithAccess: Rule = {
  code: 'RB350',
  name: 'tls-off-with-access',
  severity: 'error',
  title: 'Users, user groups and AUTH tokens need TLS.',
  why: 'The service refuses them on a plaintext cache, where every password could be read on the wire.',
  source: PAGES.elasticache.accessControl,
  check: ({ resolved: { access, encryption } }) =>
    encryption.tls !== 'off' || access.mode === 'open'
      ? []
      : [hit(['encryption', 'tls'], `must be required or preferred with ${NEEDS[access.mode]}, got off`, 'remove `encryption.tls` to require TLS', encryption.tls)],
};
