import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';

export const reservedMemory: Rule = {
  code: 'RB134',
  name: 'reserved-memory',
  severity: 'error',
  title: 'Memory is reserved in percent or in bytes, not in both.',
  why: 'The two parameters exclude each other.',
  source: PAGES.elasticache.parameters,
  check: ({ blueprint: { parameters = {} } }) =>
    parameters['reserved-memory'] !== undefined && parameters['reserved-memory-percent'] !== undefined
      ? [hit(['parameters', 'reserved-memory'], 'must not be stated beside `reserved-memory-percent`', 'keep `reserved-memory-percent`')]
      : [],
};
