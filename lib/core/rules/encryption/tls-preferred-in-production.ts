import { PAGES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';

export const tlsPreferredInProduction: Rule = {
  code: 'RB351',
  name: 'tls-preferred-in-production',
  severity: 'warning',
  title: 'TLS mode `preferred` is a state of migration, not one to stay in.',
  why: 'Plaintext connections are still accepted; the mode exists to move clients over, then it becomes `required`.',
  source: PAGES.elasticache.tlsMigration,
  check: ({ resolved: { environment, encryption } }) =>
    environment === 'production' && encryption.tls === 'preferred'
      ? [hit(['encryption', 'tls'], 'should be required in production, got preferred, which still accepts plaintext', 'set `required` once every client uses TLS', encryption.tls)]
      : [],
};
