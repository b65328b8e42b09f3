import { findParameter, PAGES, parameterFamilies, parametersOf, UNAVAILABLE_PARAMETERS } from '../../catalog';
import { closest } from '../closest';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { listed } from '../wording';
import { statedParameters } from './own-parameters';

export const parameterKnown: Rule = {
  code: 'RB120',
  name: 'parameter-known',
  severity: 'error',
  title: 'Every parameter is one of the parameter group family.',
  why: 'The service refuses a group with a parameter that its family lacks, also when another version has it.',
  source: PAGES.elasticache.parameters,
  check: (context) =>
    statedParameters(context).flatMap(({ name, family, parameter }) => {
      if (parameter !== undefined) return [];
      return [hit(['parameters', name], `must be a parameter of the family ${family}, which has none of this name`, remedyFor(name, family))];
    }),
};

function remedyFor(name: string, family: string): string {
  const unavailable = UNAVAILABLE_PARAMETERS.find((candidate) => candidate.name === name);
  if (unavailable !== undefined) return `remove it: ${unavailable.reason}`;
  const others = parameterFamilies().filter((other) => !other.startsWith('memorydb') && findParameter(other, name) !== undefined);
  if (others.length > 0) return `remove it, only ${listed(others, 'and')} ${others.length === 1 ? 'has' : 'have'} it`;
  const meant = closest(name, parametersOf(family).map((parameter) => parameter.name));
  return meant === undefined ? 'remove it' : `did you mean \`${meant}\`?`;
}
