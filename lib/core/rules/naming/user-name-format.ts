import { checkName, NAME_RULES } from '../../catalog';
import type { Rule } from '../rule';
import { hit } from '../hit';
import { shown } from '../wording';

export const userNameFormat: Rule = {
  code: 'RB305',
  name: 'user-name-format',
  severity: 'error',
  title: 'The name of a user can name its secret, and clients can send it.',
  why: 'Engines refuse spaces in user names, and Secrets Manager allows few characters.',
  source: NAME_RULES.secretName.source,
  check: ({ blueprint }) =>
    (blueprint.access?.users ?? []).flatMap(({ name, userName }, index) => {
      const secret = checkName(NAME_RULES.secretName, name);
      const sent = userName === undefined ? undefined : checkName(NAME_RULES.userName, userName);
      return [
        ...(secret === undefined ? [] : [hit(['access', 'users', index, 'name'], `must be ${secret}, got ${shown(name)}`, 'rename the user', name)]),
        ...(sent === undefined ? [] : [hit(['access', 'users', index, 'userName'], `must be ${sent}, got ${shown(userName)}`, 'choose a name without spaces', userName)]),
      ];
    }),
};
