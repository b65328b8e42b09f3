import { featureSource } from '../../catalog';
import type { Rule } from '../rule';
import { lacking } from './minimum';

export const tlsVersion: Rule = {
  code: 'RB105',
  name: 'tls-version',
  severity: 'error',
  title: 'TLS needs an engine version that has it.',
  why: 'The service refuses encryption in transit on other versions.',
  source: featureSource('tls'),
  check: (context) =>
    context.resolved.encryption.tls === 'off' ? [] : lacking(context, 'tls', ['encryption', 'tls'], 'TLS', 'use a later version'),
};
