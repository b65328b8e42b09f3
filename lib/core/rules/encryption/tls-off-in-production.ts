import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const tlsOffInProduction: Rule = {
  code: 'RB352',
  name: 'tls-off-in-production',
  severity: 'warning',
  title: 'Production uses TLS.',
  why: 'Security Hub (ElastiCache.5) and every compliance pack report it; no access control exists without TLS, and switching it on later takes two steps.',
  source: PAGES.securityHub.elasticache,
  check: ({ resolved: { environment, encryption } }) =>
    environment === 'production' && encryption.tls === 'off'
      ? [hit(['encryption', 'tls'], 'should be required in production, got off', 'remove `encryption.tls` to require TLS', encryption.tls)]
      : [],
};
