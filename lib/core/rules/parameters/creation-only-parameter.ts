import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { statedParameters } from './own-parameters';

export const creationOnlyParameter: Rule = {
  code: 'RB124',
  name: 'creation-only-parameter',
  severity: 'info',
  title: 'A parameter that is fixed at creation is stated on purpose.',
  why: 'It cannot be changed while a cache uses the group: changing it later means a new cache.',
  source: PAGES.elasticache.parameters,
  check: (context) =>
    statedParameters(context).flatMap(({ name, parameter }) =>
      parameter?.modifiable === 'creation-only' && name !== 'cluster-enabled'
        ? [hit(['parameters', name], 'is fixed once the cache exists', 'decide it now')]
        : [],
    ),
};
