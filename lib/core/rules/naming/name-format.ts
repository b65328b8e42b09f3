import { LIMITS, NAME_RULES } from '../../catalog';
import type { SharedRule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';

const { pattern, describe } = NAME_RULES.replicationGroupId;
const longest = LIMITS.cloudFormation.stackNameLength.value;

export const nameFormat: SharedRule = {
  code: 'RB300',
  name: 'name-format',
  severity: 'error',
  looksAt: 'every',
  title: 'The name of a blueprint can name a stack.',
  why: 'Stack, log groups, secrets and alarms are named after it; CloudFormation refuses other characters.',
  source: LIMITS.cloudFormation.stackNameLength.source,
  check: ({ blueprint: { name } }) =>
    name.length <= longest && pattern.test(name)
      ? []
      : [hit(['name'], `must be 1 to ${longest} characters: ${describe}, got ${shown(name)}`, 'rename the blueprint', name)],
};
