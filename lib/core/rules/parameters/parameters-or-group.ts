import { PAGES } from '../../catalog';
import { hit } from '../hit';
import type { Rule } from '../rule';
import { counted } from '../wording';

export const parametersOrGroup: Rule = {
  code: 'RB125',
  name: 'parameters-or-group',
  severity: 'error',
  title: 'A blueprint states parameters or an existing group, not both.',
  why: 'The values of an existing group are decided elsewhere; stated ones would be ignored in silence.',
  source: PAGES.elasticache.createParameterGroup,
  check: ({ blueprint: { parameters, parameterGroup } }) => {
    const count = Object.keys(parameters ?? {}).length;
    if (parameterGroup === undefined || count === 0) return [];
    return [hit(['parameters'], `must not be stated beside \`parameterGroup\`, got ${counted(count, 'parameter')}`, 'set them in that group, or remove `parameterGroup`')];
  },
};
