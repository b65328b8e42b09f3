import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const authTokenNeedsTls: Rule = {
  code: 'RB143',
  name: 'auth-token-needs-tls',
  severity: 'error',
  title: 'An AUTH token needs TLS.',
  why: 'The service accepts a token only with encryption in transit, since every connection sends it.',
  source: PAGES.elasticache.authToken,
  check: ({ resolved: { access, encryption } }) =>
    encryption.tls === 'off' && access.mode === 'authToken'
      ? [hit(['encryption', 'tls'], 'must be required or preferred with `access.authTokenSecretArn`, got off', 'use `tls: required`', 'off')]
      : [],
};
