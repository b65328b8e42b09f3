import { featureSource } from '../../catalog';
import type { Rule } from '../rule';
import { lacking } from './minimum';

export const tlsPreferredVersion: Rule = {
  code: 'RB104',
  name: 'tls-preferred-version',
  severity: 'error',
  title: '`encryption.tls: preferred` needs an engine version whose TLS can be changed.',
  why: 'Older versions fix TLS when the cache is created: they take it or leave it, and accept no plaintext beside it.',
  source: featureSource('tlsModify'),
  check: (context) =>
    context.resolved.encryption.tls === 'preferred'
      ? lacking(context, 'tlsModify', ['encryption', 'tls'], 'TLS that can be changed', 'use `required` or `off`, or a later version')
      : [],
};
