import { checkParameterValue, PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { shown } from '../wording';
import { statedParameters } from './own-parameters';

export const parameterValue: Rule = {
  code: 'RB122',
  name: 'parameter-value',
  severity: 'error',
  title: 'Every parameter has a value of its type and range.',
  why: 'The service refuses the whole group for one wrong value.',
  source: PAGES.elasticache.parameters,
  check: (context) =>
    statedParameters(context).flatMap(({ name, value, parameter }) => {
      const allowed = parameter === undefined || parameter.modifiable === false ? undefined : checkParameterValue(parameter, value);
      return allowed === undefined ? [] : [hit(['parameters', name], `must be ${allowed}, got ${shown(value)}`, 'correct the value', value)];
    }),
};
