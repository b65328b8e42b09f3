import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { statedParameters } from './own-parameters';

export const parameterModifiable: Rule = {
  code: 'RB121',
  name: 'parameter-modifiable',
  severity: 'error',
  title: 'Every parameter is one that the service lets be changed.',
  why: 'The service fixes some parameters, or takes them from the node type, and refuses a group that states them.',
  source: PAGES.elasticache.parameters,
  check: (context) =>
    statedParameters(context).flatMap(({ name, family, parameter }) =>
      parameter?.modifiable === false
        ? [hit(['parameters', name], `must not be stated, since ${family} fixes it${parameter.default === undefined ? '' : ` at ${parameter.default}`}`, 'remove it')]
        : [],
    ),
};
